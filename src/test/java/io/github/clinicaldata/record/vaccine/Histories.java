package io.github.clinicaldata.record.vaccine;

import io.github.clinicaldata.record.Population;
import io.github.clinicaldata.record.RecordReader;
import io.github.clinicaldata.record.member.Member;
import io.github.clinicaldata.record.member.MemberReader;
import io.github.clinicaldata.record.member.MemberTables;
import io.github.clinicaldata.record.world.MemberBlock;
import io.github.clinicaldata.support.World;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Gives the vaccines of one member after the other. */
final class Histories {
    /** Takes a member and all vaccines of this member, by date. */
    @FunctionalInterface
    interface Consumer {
        void accept(Member member, List<Vaccine> vaccines);
    }

    private Histories() {}

    /** Goes through the first blocks of a population; answers how many vaccines there were. */
    static long over(Population population, int blocks, Consumer consumer) {
        MemberReader members = MemberTables.standard().open(population);
        RecordReader<Vaccine> reader = World.VACCINES.generator().open(population);
        long slots = World.VACCINES.indexes().block(population);
        long count = 0;
        for (long block = 0; block < blocks; block++) {
            List<List<Vaccine>> byMember = new ArrayList<>();
            for (int i = 0; i < MemberBlock.SIZE; i++) {
                byMember.add(new ArrayList<>());
            }
            for (long slot = 0; slot < slots; slot++) {
                Vaccine vaccine = reader.read(block * slots + slot);
                if (vaccine != null) {
                    long index = vaccine.member().id().content().orElseThrow().index();
                    byMember.get((int) (index - block * MemberBlock.SIZE)).add(vaccine);
                    count++;
                }
            }
            for (int i = 0; i < MemberBlock.SIZE; i++) {
                byMember.get(i).sort(Comparator.comparing(Vaccine::date));
                consumer.accept(members.read(block * MemberBlock.SIZE + i), byMember.get(i));
            }
        }
        return count;
    }
}
