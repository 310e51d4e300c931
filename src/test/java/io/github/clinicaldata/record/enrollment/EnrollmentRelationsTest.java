package io.github.clinicaldata.record.enrollment;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.clinicaldata.record.Population;
import io.github.clinicaldata.record.Readers;
import io.github.clinicaldata.record.RecordReader;
import io.github.clinicaldata.record.RecordRelation;
import io.github.clinicaldata.record.member.Member;
import io.github.clinicaldata.record.world.MemberBlock;
import io.github.clinicaldata.support.World;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The ways between members and enrollments, and how time goes on. */
class EnrollmentRelationsTest {
    private static final int RELATED = 100_000;

    private static Population asOf(int days) {
        return new Population(
                42, World.EPOCH, World.EPOCH.plusDays(days), World.POPULATION.knobs());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 500})
    void relations_leadFromMembersToEnrollments_andBack(int days) {
        Population population = asOf(days);
        EnrollmentReader finder = new EnrollmentReader(new Readers(population));
        RecordReader<Enrollment> reader = World.ENROLLMENTS.generator().open(population);
        RecordReader<Member> members = World.MEMBERS.generator().open(population);
        Map<Long, List<Long>> byMember = new TreeMap<>();
        for (long index = 0; index < RELATED; index++) {
            Enrollment enrollment = reader.read(index);
            if (enrollment != null) {
                long member = finder.member(index);
                assertThat(members.present(member)).isEqualTo(enrollment.member());
                byMember.computeIfAbsent(member, any -> new ArrayList<>()).add(index);
            }
        }
        long whole = RELATED / EnrollmentDraw.SPACE.block(population) * MemberBlock.SIZE;
        for (long member = 0; member < whole; member++) {
            assertThat(finder.ofMember(member))
                    .containsExactly(
                            byMember.getOrDefault(member, List.of()).stream()
                                    .mapToLong(index -> index)
                                    .toArray());
        }
    }

    @Test
    void relations_areAnnounced() {
        RecordRelation back = World.ENROLLMENTS.relations().get(0);
        RecordRelation forth = new MemberEnrollments().relations().get(0);
        long[] members = back.finder().find(World.POPULATION, 0);
        assertThat(forth.finder().find(World.POPULATION, members[0])).contains(0);
        assertThat(back.target()).isEqualTo("members");
        assertThat(forth.target()).isEqualTo("enrollments");
        assertThat(new MemberEnrollments().from()).isEqualTo("members");
    }

    /** What is sent on a day is there from that day on, and nothing goes away. */
    @Test
    void eachDay_addsWhatIsSentOnIt() {
        long earlier = 0;
        for (int days = 2; days <= 40; days++) {
            Population population = asOf(days);
            LocalDate today = population.asOf();
            long present = 0;
            long ofToday = 0;
            RecordReader<Enrollment> reader = World.ENROLLMENTS.generator().open(population);
            long records = 200 * EnrollmentDraw.SPACE.block(population);
            for (long index = 0; index < records; index++) {
                Enrollment enrollment = reader.read(index);
                if (enrollment != null) {
                    present++;
                    ofToday += enrollment.fileDate().equals(today) ? 1 : 0;
                }
            }
            if (days > 2) {
                assertThat(present).isEqualTo(earlier + ofToday);
            }
            earlier = present;
        }
    }
}
