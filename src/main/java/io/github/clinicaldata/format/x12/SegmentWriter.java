package io.github.clinicaldata.format.x12;

import io.github.clinicaldata.format.ByteSink;
import io.github.clinicaldata.format.Folding;
import io.github.clinicaldata.format.Literal;
import io.github.clinicaldata.record.DigitPattern;
import io.github.clinicaldata.record.Text;
import org.jspecify.annotations.Nullable;

/**
 * Writes segments and counts them. Separators wait until a value comes, so that no segment ends in
 * empty elements. Not safe for use by several threads.
 */
final class SegmentWriter {
    private static final DigitPattern DATE = DigitPattern.of("########");
    private static final DigitPattern[] FRACTIONS = {
        DigitPattern.of(".#"),
        DigitPattern.of(".##"),
        DigitPattern.of(".###"),
        DigitPattern.of(".####")
    };
    private static final long[] ONES = {1, 10, 100, 1_000, 10_000};
    private static final int DAYS_TO_1970 = 719_468;
    private static final int DAYS_OF_ERA = 146_097;

    private final byte element;
    private final byte component;
    private final Literal end;
    private final byte[] table;
    private ByteSink sink = new ByteSink(0);
    private int elements;
    private int components;
    private long segments;

    SegmentWriter(Delimiters delimiters) {
        element = (byte) delimiters.element();
        component = (byte) delimiters.component();
        end = Literal.of(delimiters.segmentEnd());
        table = delimiters.dataTable();
    }

    /** Writes into this sink from now on. */
    void to(ByteSink target) {
        sink = target;
    }

    /** How many segments were written since the last reset. */
    long segments() {
        return segments;
    }

    /** Counts segments from one that is begun next. */
    void resetCount() {
        segments = 0;
    }

    /** Begins a segment with its tag and whatever elements are always the same. */
    SegmentWriter begin(Literal start) {
        sink.write(start);
        segments++;
        return this;
    }

    /** Ends a segment. */
    void end() {
        elements = 0;
        components = 0;
        sink.write(end);
    }

    /** A whole segment, its end included. */
    void whole(Literal segment) {
        sink.write(segment);
        segments++;
    }

    /** Goes on to the next element. */
    SegmentWriter next() {
        elements++;
        components = 0;
        return this;
    }

    /** Leaves elements empty. */
    SegmentWriter skip(int count) {
        elements += count;
        components = 0;
        return this;
    }

    /** Goes on to the next component. */
    SegmentWriter component() {
        components++;
        return this;
    }

    private void separate() {
        for (; elements > 0; elements--) {
            sink.write(element);
        }
        for (; components > 0; components--) {
            sink.write(component);
        }
    }

    /** Data in upper case and ASCII, cut at a length; nothing where it is null. */
    SegmentWriter text(@Nullable Text value, int longest) {
        if (value == null) {
            return this;
        }
        int length = Math.min(value.length(), longest);
        if (length > 0) {
            separate();
            int start = sink.size();
            for (int i = 0; i < length; i++) {
                byte each = value.byteAt(i);
                if (each < 0) {
                    sink.truncate(start);
                    return text(Folding.fold(value), longest);
                }
                sink.write(table[each]);
            }
            while (sink.size() > start && sink.byteAt(sink.size() - 1) == ' ') {
                sink.truncate(sink.size() - 1);
            }
        }
        return this;
    }

    /** A code of the product's own tables, which holds no delimiter and needs no folding. */
    SegmentWriter code(Text value) {
        separate();
        sink.write(value);
        return this;
    }

    /** A literal of the program's own. */
    SegmentWriter literal(Literal value) {
        separate();
        sink.write(value);
        return this;
    }

    /** A code without its dot, as diagnoses are written. */
    SegmentWriter undotted(Text value) {
        separate();
        for (int i = 0; i < value.length(); i++) {
            byte each = value.byteAt(i);
            if (each != '.') {
                sink.write(each);
            }
        }
        return this;
    }

    /** A number of digits by a pattern. */
    SegmentWriter digits(DigitPattern pattern, long value) {
        separate();
        sink.write(pattern, value);
        return this;
    }

    /** A whole number. */
    SegmentWriter number(long value) {
        separate();
        sink.writeDecimal(value);
        return this;
    }

    /** An amount in cents, without zeros at the end. */
    SegmentWriter money(long cents) {
        return decimal(cents, 2);
    }

    /** A number with decimals, without zeros at its end and before its point. */
    SegmentWriter decimal(long value, int decimals) {
        separate();
        long rest = value;
        int places = decimals;
        while (places > 0 && rest % 10 == 0) {
            rest /= 10;
            places--;
        }
        if (places > 0 && Math.abs(rest) < ONES[places]) {
            fraction(rest, places);
        } else {
            sink.writeDecimal(rest, places);
        }
        return this;
    }

    private void fraction(long rest, int places) {
        if (rest < 0) {
            sink.write('-');
        }
        sink.write(FRACTIONS[places - 1], Math.abs(rest));
    }

    /** A day as eight digits. */
    SegmentWriter date(long epochDay) {
        separate();
        sink.write(DATE, yearMonthDay(epochDay));
        return this;
    }

    /** Year, month and day of a day as one number of eight digits; from 0000-03-01 on. */
    static long yearMonthDay(long epochDay) {
        long day = epochDay + DAYS_TO_1970;
        long era = day / DAYS_OF_ERA;
        long ofEra = day - era * DAYS_OF_ERA;
        long year = (ofEra - ofEra / 1460 + ofEra / 36_524 - ofEra / 146_096) / 365;
        long ofYear = ofEra - (365 * year + year / 4 - year / 100);
        long shifted = (5 * ofYear + 2) / 153;
        long dayOfMonth = ofYear - (153 * shifted + 2) / 5 + 1;
        long month = shifted < 10 ? shifted + 3 : shifted - 9;
        return ((year + era * 400 + (month <= 2 ? 1 : 0)) * 100 + month) * 100 + dayOfMonth;
    }
}
