package io.github.clinicaldata.record.enrollment;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.clinicaldata.contract.RecordKindContract;
import io.github.clinicaldata.record.RecordKind;
import io.github.clinicaldata.record.RecordReader;
import io.github.clinicaldata.support.World;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

class EnrollmentsKindTest extends RecordKindContract<Enrollment> {
    @Override
    protected RecordKind<Enrollment> kind() {
        return World.ENROLLMENTS;
    }

    @Override
    protected Set<String> pathsThatBecomeKnown() {
        return Set.of("status", "processed_date", "rejection");
    }

    private static Predicate<Enrollment> filter(String name, String value) {
        return World.ENROLLMENTS.filters().stream()
                .filter(filter -> filter.name().equals(name))
                .findFirst()
                .orElseThrow()
                .binder()
                .bind(value, World.POPULATION);
    }

    @Test
    void dateFilters_holdFirstAndLastDay() {
        RecordReader<Enrollment> reader = World.ENROLLMENTS.generator().open(World.POPULATION);
        Predicate<Enrollment> within =
                filter("date_from", "2025-01-10").and(filter("date_to", "2025-01-20"));
        int found = 0;
        for (long index = 0; index < 20_000; index++) {
            Enrollment enrollment = reader.present(index);
            String date = enrollment.fileDate().toString();
            boolean wanted = date.compareTo("2025-01-10") >= 0 && date.compareTo("2025-01-20") <= 0;
            assertThat(within.test(enrollment)).isEqualTo(wanted);
            found += wanted ? 1 : 0;
        }
        assertThat(found).isGreaterThan(50);
    }

    @Test
    void datesThatCross_contradictEachOther() {
        assertThat(
                        World.ENROLLMENTS.contradiction(
                                Map.of("date_from", "2025-02-01", "date_to", "2025-01-31")))
                .hasValueSatisfying(reason -> assertThat(reason).startsWith("date_from "));
        assertThat(
                        World.ENROLLMENTS.contradiction(
                                Map.of("date_from", "2025-02-01", "date_to", "2025-02-01")))
                .isEmpty();
        assertThat(World.ENROLLMENTS.contradiction(Map.of("date_from", "2025-02-01"))).isEmpty();
    }
}
