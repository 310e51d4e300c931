package io.github.clinicaldata.record.enrollment;

import io.github.clinicaldata.record.Population;
import io.github.clinicaldata.record.RecordReader;
import io.github.clinicaldata.record.world.EventSpace;
import io.github.clinicaldata.record.world.MemberBlock;
import io.github.clinicaldata.record.world.MemberBlocks;
import io.github.clinicaldata.record.world.PlanYears;
import java.util.ArrayList;
import java.util.List;

/** Reads enrollments block by block, with the members that they are about. */
final class EnrollmentSweep {
    /**
     * All of a block.
     *
     * @param members the members
     * @param enrollments what there is, in the order of the indexes
     * @param years the year of the slot of each
     */
    record Block(MemberBlock members, List<Enrollment> enrollments, List<Integer> years) {}

    /** Takes a block. */
    interface Consumer {
        void accept(Block block);
    }

    private EnrollmentSweep() {}

    static void over(Population population, int blocks, Consumer consumer) {
        PlanYears years = new PlanYears(population);
        MemberBlocks members = new MemberBlocks(population);
        RecordReader<Enrollment> reader = new EnrollmentsKind().generator().open(population);
        EventSpace.Slot slot = new EventSpace.Slot();
        int inBlock = (int) EnrollmentDraw.SPACE.block(population);
        for (int block = 0; block < blocks; block++) {
            List<Enrollment> enrollments = new ArrayList<>();
            List<Integer> itsYears = new ArrayList<>();
            for (int i = 0; i < inBlock; i++) {
                long index = (long) block * inBlock + i;
                Enrollment enrollment = reader.read(index);
                if (enrollment != null) {
                    EnrollmentDraw.SPACE.locate(index, years.known(), slot);
                    enrollments.add(enrollment);
                    itsYears.add(slot.year());
                }
            }
            consumer.accept(new Block(members.at(block), enrollments, itsYears));
        }
    }
}
