package io.github.clinicaldata.format.x12.validate;

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
