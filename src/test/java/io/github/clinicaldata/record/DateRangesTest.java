package io.github.clinicaldata.record;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.clinicaldata.support.World;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DateRangesTest {
    static List<RecordKind<?>> kinds() {
        return World.KINDS;
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void aFirstDayAfterTheLast_isAContradiction_ofEachKind(RecordKind<?> kind) {
        for (RecordFilter<?> filter : kind.filters()) {
            String from = filter.name();
            if (from.endsWith("_from")) {
                String to = from.replace("_from", "_to");
                assertThat(kind.filters()).anyMatch(each -> each.name().equals(to));
                assertThat(kind.contradiction(Map.of(from, "2025-02-01", to, "2025-01-31")))
                        .hasValue(
                                from
                                        + " 2025-02-01 must not be after "
                                        + to
                                        + ", which is 2025-01-31");
                assertThat(kind.contradiction(Map.of(from, "2025-02-01", to, "2025-02-01")))
                        .isEmpty();
                assertThat(kind.contradiction(Map.of(from, "2025-02-01"))).isEmpty();
            }
        }
    }
}
