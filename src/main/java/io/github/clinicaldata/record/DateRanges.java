package io.github.clinicaldata.record;

import java.util.Map;
import java.util.Optional;

/**
 * Filters by a first and a last day, which are called alike but for {@code _from} and {@code _to}.
 */
final class DateRanges {
    private static final String FROM = "_from";

    private DateRanges() {}

    /**
     * Says that a first day is after a last one.
     *
     * @param values the checked values by filter name; days as {@code 2025-07-01}
     */
    static Optional<String> crossing(Map<String, String> values) {
        for (Map.Entry<String, String> value : values.entrySet()) {
            String from = value.getKey();
            if (from.endsWith(FROM)) {
                String to = from.substring(0, from.length() - FROM.length()) + "_to";
                String last = values.get(to);
                if (last != null && value.getValue().compareTo(last) > 0) {
                    return Optional.of(
                            "%s %s must not be after %s, which is %s"
                                    .formatted(from, value.getValue(), to, last));
                }
            }
        }
        return Optional.empty();
    }
}
