package io.github.clinicaldata.format.hl7v2.validate;

import java.util.List;
import java.util.SortedMap;

/**
 * What was found in a file.
 *
 * @param framing {@code mllp}, {@code er7}, or empty where there is no message
 * @param messages how many there are
 * @param types how many there are of each type, such as {@code VXU^V04}
 * @param findings the first ones, in the order of the file
 * @param errors how many errors there are in all
 * @param warnings how many warnings there are in all
 */
public record Hl7Report(
        String framing,
        long messages,
        SortedMap<String, Long> types,
        List<Finding> findings,
        long errors,
        long warnings) {
    /** Whether a receiver takes all of it. */
    public boolean accepted() {
        return errors == 0 && messages > 0;
    }
}
