package io.github.clinicaldata.format;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.clinicaldata.record.Population;
import io.github.clinicaldata.record.RecordFilter;
import io.github.clinicaldata.record.RecordKind;
import io.github.clinicaldata.record.RecordReader;
import io.github.clinicaldata.support.World;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** What variants say of filters holds for the records that they write. */
class VariantNeedsTest {
    private static final Population POPULATION = Population.of(42, LocalDate.of(2026, 1, 1));
    private static final long LOOKED_AT = 2_000;

    /** A variant of a kind in a format. */
    private record Chosen<R>(RecordKind<R> kind, RecordFormat format, FormatOptions options) {
        VariantNeeds needs() {
            return format.needs(kind, options);
        }

        /** The values of a filter that select some of the first records that are written. */
        List<String> selecting(RecordFilter<R> filter, List<String> values) {
            Predicate<R> written = format.selection(kind, options);
            List<R> records = new ArrayList<>();
            RecordReader<R> reader = kind.generator().open(POPULATION);
            for (long index = 0; index < LOOKED_AT; index++) {
                R record = reader.read(index);
                if (record != null && (written == null || written.test(record))) {
                    records.add(record);
                }
            }
            return values.stream()
                    .filter(
                            value ->
                                    records.stream()
                                            .anyMatch(filter.binder().bind(value, POPULATION)))
                    .toList();
        }
    }

    private static List<Chosen<?>> all() {
        List<Chosen<?>> all = new ArrayList<>();
        for (RecordFormat format : World.FORMATS) {
            for (RecordKind<?> kind : World.catalog().kinds()) {
                List<FormatOption> options =
                        format.supports(kind) ? format.options(kind) : List.of();
                if (options.isEmpty()) {
                    continue;
                }
                for (String word : options.get(0).words()) {
                    all.add(
                            new Chosen<>(
                                    kind,
                                    format,
                                    new FormatOptions(Map.of(options.get(0).name(), word))));
                }
            }
        }
        return all;
    }

    private static <R> void check(Chosen<R> chosen) {
        VariantNeeds needs = chosen.needs();
        for (Map.Entry<String, List<String>> need : needs.filters().entrySet()) {
            RecordFilter<R> filter =
                    chosen.kind().filters().stream()
                            .filter(each -> each.name().equals(need.getKey()))
                            .findFirst()
                            .orElseThrow();
            List<String> allowed =
                    List.of(filter.allowed().replaceFirst("^one or several of ", "").split(", "));
            assertThat(chosen.selecting(filter, allowed))
                    .as("%s=%s of %s", needs.option(), needs.variant(), filter.name())
                    .isNotEmpty()
                    .isSubsetOf(need.getValue());
            assertThat(allowed).containsAll(need.getValue());
        }
    }

    @Test
    void whatAVariantWrites_isOnlySelectedByWhatItNeeds() {
        assertThat(all()).anyMatch(chosen -> !chosen.needs().filters().isEmpty());
        all().forEach(VariantNeedsTest::check);
    }
}
