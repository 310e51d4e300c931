package io.github.clinicaldata.format.x12.validate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Helps to plant faults in files of X12. */
final class X12Faults {
    private X12Faults() {}

    static X12Report validate(String text) throws IOException {
        return X12Validator.validate(
                new ByteArrayInputStream(text.getBytes(StandardCharsets.US_ASCII)), 100);
    }

    /**
     * A file with a fault: the first place that is found is changed, and of the transactions only
     * the one with the fault and the one before it are kept, since reading is what takes long.
     *
     * @param good a file with a line a segment
     * @param find the place, a regular expression
     * @param put what stands there instead
     */
    static String plant(String good, String find, String put) {
        Pattern place = Pattern.compile(find);
        Matcher first = place.matcher(good);
        assertThat(first.find()).as("nothing like %s", find).isTrue();
        String bad = place.matcher(around(good, first.start())).replaceFirst(put);
        assertThat(bad).as("planted").isNotEqualTo(around(good, first.start()));
        return bad;
    }

    /** The two transactions up to a place, in their envelope. */
    private static String around(String good, int place) {
        int begin = good.indexOf("\nST*") + 1;
        int end = good.indexOf("\nGE*") + 1;
        int at = place < begin || place >= end ? begin : place;
        int last = good.lastIndexOf("\nST*", at) + 1;
        int first = last == begin ? begin : good.lastIndexOf("\nST*", last - 2) + 1;
        int after = good.indexOf("\nST*", last) + 1;
        if (last == begin && after > 0) {
            after = good.indexOf("\nST*", after) + 1;
        }
        String kept = good.substring(first, after == 0 ? end : after);
        int count = kept.startsWith("ST*") && kept.contains("\nST*") ? 2 : 1;
        return good.substring(0, begin)
                + kept
                + good.substring(end).replaceFirst("GE\\*\\d+", "GE*" + count);
    }

    /** Puts right how many segments transactions have, so that only the fault itself is wrong. */
    static String recounted(String text) {
        Matcher transactions =
                Pattern.compile("(ST\\*(?s:.*?)\nSE\\*)(\\d+)(\\*[^~]*~)").matcher(text);
        StringBuilder right = new StringBuilder();
        while (transactions.find()) {
            int count = transactions.group().split("~").length;
            transactions.appendReplacement(right, "");
            right.append(transactions.group(1)).append(count).append(transactions.group(3));
        }
        return transactions.appendTail(right).toString();
    }
}
