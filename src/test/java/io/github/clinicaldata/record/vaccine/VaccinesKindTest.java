package io.github.clinicaldata.record.vaccine;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.clinicaldata.contract.RecordKindContract;
import io.github.clinicaldata.record.RecordFilter;
import io.github.clinicaldata.record.RecordKind;
import io.github.clinicaldata.record.RecordReader;
import io.github.clinicaldata.support.World;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

class VaccinesKindTest extends RecordKindContract<Vaccine> {
    @Override
    protected RecordKind<Vaccine> kind() {
        return World.VACCINES;
    }

    @Override
    protected Set<String> pathsThatBecomeKnown() {
        return Set.of();
    }

    private static Predicate<Vaccine> filter(String name, String value) {
        RecordFilter<Vaccine> found =
                World.VACCINES.filters().stream()
                        .filter(filter -> filter.name().equals(name))
                        .findFirst()
                        .orElseThrow();
        return found.binder().bind(value, World.POPULATION);
    }

    @Test
    void filters_selectBySeriesCodeAndDay() {
        Predicate<Vaccine> series = filter("series", "hib,mmr");
        Predicate<Vaccine> cvx = filter("cvx", "08");
        Predicate<Vaccine> from = filter("date_from", "2025-09-01");
        Predicate<Vaccine> to = filter("date_to", "2025-08-31");
        int combined = 0;
        RecordReader<Vaccine> reader = World.VACCINES.generator().open(World.POPULATION);
        for (long index = 0; index < 5_000; index++) {
            Vaccine vaccine = reader.present(index);
            boolean expected =
                    vaccine.series().stream()
                            .anyMatch(
                                    dose ->
                                            dose.code().toString().equals("hib")
                                                    || dose.code().toString().equals("mmr"));
            combined += expected && vaccine.series().size() > 1 ? 1 : 0;
            assertThat(series.test(vaccine)).isEqualTo(expected);
            assertThat(cvx.test(vaccine)).isEqualTo(vaccine.cvx().toString().equals("08"));
            boolean late = !vaccine.date().isBefore(LocalDate.of(2025, 9, 1));
            assertThat(from.test(vaccine)).isEqualTo(late);
            assertThat(to.test(vaccine)).isEqualTo(!late);
        }
        assertThat(combined).isPositive();
    }

    @Test
    void datesThatCross_areAContradiction() {
        assertThat(kind().contradiction(Map.of("date_from", "2025-02-01", "date_to", "2025-01-31")))
                .hasValueSatisfying(reason -> assertThat(reason).startsWith("date_from "));
        assertThat(kind().contradiction(Map.of("date_from", "2025-02-01", "date_to", "2025-02-01")))
                .isEmpty();
        assertThat(kind().contradiction(Map.of("date_from", "2025-02-01"))).isEmpty();
    }
}
