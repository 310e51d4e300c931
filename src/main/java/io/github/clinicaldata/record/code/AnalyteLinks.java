package io.github.clinicaldata.record.code;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the results of an analyte hang together with those of others of the same specimen.
 *
 * @param derivation the formula from which it follows, or null
 * @param derivedMonths the ages at which the formula counts, in completed months
 * @param of what else the formula needs, or null
 * @param atMost the analyte above which it never is, or null
 * @param atLeast the analyte below which it never is, or null
 * @param notIf the analyte that can keep it from being reported, or null
 * @param notFrom from which result of that on there is none
 * @param agreesWith the coded analyte whose flag it shares, or null
 * @param movesWith the analyte whose place and deviations it shares, or null
 * @param correlatedWith the analyte with whose place that of a person is correlated, or null
 * @param correlation from -1 to 1
 */
public record AnalyteLinks(
        @Nullable Derivation derivation,
        IntRange derivedMonths,
        @Nullable String of,
        @Nullable String atMost,
        @Nullable String atLeast,
        @Nullable String notIf,
        double notFrom,
        @Nullable String agreesWith,
        @Nullable String movesWith,
        @Nullable String correlatedWith,
        double correlation) {

    /** The keys of all other analytes that must be known before this one. */
    public List<String> needed() {
        List<String> keys = new ArrayList<>();
        if (derivation != null) {
            keys.addAll(derivation.inputs());
        }
        for (String key : new String[] {of, atMost, atLeast, notIf, agreesWith, movesWith}) {
            if (key != null) {
                keys.add(key);
            }
        }
        return List.copyOf(keys);
    }
}
