package io.github.clinicaldata.record.claim;

import io.github.clinicaldata.record.Text;
import java.util.Arrays;

/** The types of bill that claims have, each made once. */
public final class TypeOfBill {
    private static final int TENS = 10;
    private static final Text[][] ALL = new Text[TENS * TENS][ClaimFrequency.values().length];

    static {
        for (int facility = 0; facility < ALL.length; facility++) {
            int number = facility;
            Arrays.setAll(
                    ALL[facility],
                    each ->
                            Text.of(
                                    (number < TENS ? "0" : "")
                                            + number
                                            + ClaimFrequency.values()[each].code()));
        }
    }

    private TypeOfBill() {}

    /** The three digits of a facility's two and a frequency. */
    public static Text of(Text facility, ClaimFrequency frequency) {
        int number = (facility.byteAt(0) - '0') * TENS + facility.byteAt(1) - '0';
        return ALL[number][frequency.ordinal()];
    }
}
