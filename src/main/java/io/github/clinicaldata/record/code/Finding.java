package io.github.clinicaldata.record.code;

import io.github.clinicaldata.record.Text;
import java.util.List;

/**
 * A conclusion that follows from the results of a report.
 *
 * @param bounds of results, all of which must hold
 * @param months for people of these ages only, in completed months
 * @param instead the keys of the conclusions that it replaces; none for all
 * @param unless the keys of those that it leaves
 * @param text in words of our own
 */
public record Finding(
        List<Bound> bounds, IntRange months, List<String> instead, List<String> unless, Text text) {

    /**
     * Where a result must be.
     *
     * @param analyte whose result
     * @param above it is greater than this
     * @param below it is less than this
     */
    public record Bound(Analyte analyte, double above, double below) {}

    /** Whether it can replace the conclusion of a key. */
    public boolean replaces(String key) {
        return (instead.isEmpty() || instead.contains(key)) && !unless.contains(key);
    }
}
