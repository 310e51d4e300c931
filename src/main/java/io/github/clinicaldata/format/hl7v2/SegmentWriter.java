package io.github.clinicaldata.format.hl7v2;

import io.github.clinicaldata.format.ByteSink;
import io.github.clinicaldata.format.Folding;
import io.github.clinicaldata.format.Literal;
import io.github.clinicaldata.record.Ascii;
import io.github.clinicaldata.record.DigitPattern;
import io.github.clinicaldata.record.RecordId;
import io.github.clinicaldata.record.Text;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * Writes segments. Separators wait until a value comes, so that no segment ends in empty fields.
 * Delimiters in data are escaped. Not safe for use by several threads.
 */
final class SegmentWriter {
    private static final DigitPattern DATE = DigitPattern.of("########");
    private static final DigitPattern MOMENT = DigitPattern.of("##############");
    private static final DigitPattern WEST = DigitPattern.of("-####");
    private static final DigitPattern EAST = DigitPattern.of("+####");
    private static final long EACH_BYTE = 0x0101010101010101L;
    private static final long FIELDS = '|' * EACH_BYTE;
    private static final long REPETITIONS = '~' * EACH_BYTE;
    private static final long COMPONENTS = '^' * EACH_BYTE;
    private static final long SUBCOMPONENTS = '&' * EACH_BYTE;
    private static final byte NON_ASCII = 1;
    private static final byte CONTROL = 2;
    private static final byte DELIMITER = 3;

    /** What each byte needs, by its unsigned value; 0 for nothing. */
    private static final byte[] NEEDS = new byte[256];

    static {
        for (int i = 0; i < NEEDS.length; i++) {
            NEEDS[i] = i < ' ' || i == 0x7F ? CONTROL : i > 0x7F ? NON_ASCII : 0;
        }
        for (char delimiter : "|^~\\&".toCharArray()) {
            NEEDS[delimiter] = DELIMITER;
        }
    }

    private final boolean ascii;
    private ByteSink sink = new ByteSink(0);
    private int fields;
    private int repetitions;
    private int components;
    private int subcomponents;

    /**
     * Creates a writer.
     *
     * @param ascii whether letters with accents are written as plain ones
     */
    SegmentWriter(boolean ascii) {
        this.ascii = ascii;
    }

    /** Writes into this sink from now on. */
    void to(ByteSink target) {
        sink = target;
    }

    /** Begins a segment with its tag and whatever fields are always the same. */
    SegmentWriter begin(Literal start) {
        sink.write(start);
        return this;
    }

    /** Ends a segment. */
    void end() {
        forget();
        sink.write('\r');
    }

    private void forget() {
        fields = 0;
        repetitions = 0;
        components = 0;
        subcomponents = 0;
    }

    /** Goes on to the next field. */
    SegmentWriter next() {
        return skip(1);
    }

    /** Goes on by so many fields. */
    SegmentWriter skip(int count) {
        fields += count;
        repetitions = 0;
        components = 0;
        subcomponents = 0;
        return this;
    }

    /** Goes on to the next repetition of a field that has one already. */
    SegmentWriter repeat() {
        repetitions = 1;
        components = 0;
        subcomponents = 0;
        return this;
    }

    /** Goes on to the next component. */
    SegmentWriter component() {
        return components(1);
    }

    /** Goes on by so many components. */
    SegmentWriter components(int count) {
        components += count;
        subcomponents = 0;
        return this;
    }

    private void separate() {
        if ((fields | repetitions | components | subcomponents) != 0) {
            write(FIELDS, fields);
            write(REPETITIONS, repetitions);
            write(COMPONENTS, components);
            write(SUBCOMPONENTS, subcomponents);
            forget();
        }
    }

    private void write(long separators, int count) {
        int rest = count;
        for (; rest > Long.BYTES; rest -= Long.BYTES) {
            sink.writeLowest(separators, Long.BYTES);
        }
        if (rest > 0) {
            sink.writeLowest(separators, rest);
        }
    }

    /** Data, with what would be read as a delimiter escaped; nothing where it is null. */
    SegmentWriter text(@Nullable Text value) {
        if (value == null || value.length() == 0) {
            return this;
        }
        separate();
        if (value.isOrdinary()) {
            sink.write(value);
            return this;
        }
        int needs = 0;
        for (int i = 0; i < value.length(); i++) {
            needs |= NEEDS[value.byteAt(i) & 0xFF];
        }
        if (needs == 0 || needs == NON_ASCII && !ascii) {
            sink.write(value);
        } else {
            escape(ascii && (needs & NON_ASCII) != 0 ? Folding.fold(value) : value);
        }
        return this;
    }

    private void escape(Text value) {
        for (int i = 0; i < value.length(); i++) {
            byte each = value.byteAt(i);
            switch (NEEDS[each & 0xFF]) {
                case DELIMITER -> {
                    sink.write('\\');
                    sink.write(letter(each));
                    sink.write('\\');
                }
                case CONTROL -> {
                    sink.write('\\');
                    sink.write('X');
                    sink.write(digit(each >> 4));
                    sink.write(digit(each & 0xF));
                    sink.write('\\');
                }
                default -> sink.write(each);
            }
        }
    }

    private static char digit(int value) {
        return (char) (value < 10 ? '0' + value : 'A' + value - 10);
    }

    /** The letter of the escape sequence of a delimiter. */
    private static char letter(byte delimiter) {
        return switch (delimiter) {
            case '|' -> 'F';
            case '^' -> 'S';
            case '&' -> 'T';
            case '~' -> 'R';
            default -> 'E';
        };
    }

    /** A code of the product's own tables, which holds no delimiter. */
    SegmentWriter code(Text value) {
        separate();
        sink.write(value);
        return this;
    }

    /** A code of two parts or more with hyphens before two positions. */
    SegmentWriter hyphenated(Text value, int first, int second) {
        separate();
        for (int i = 0; i < value.length(); i++) {
            if (i == first || i == second) {
                sink.write('-');
            }
            sink.write(value.byteAt(i));
        }
        return this;
    }

    /** A literal of the program's own. */
    SegmentWriter literal(Literal value) {
        separate();
        sink.write(value);
        return this;
    }

    /** The id of a record. */
    SegmentWriter id(RecordId value) {
        separate();
        sink.write(value);
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

    /** A number with decimals. */
    SegmentWriter decimal(long value, int decimals) {
        separate();
        sink.writeDecimal(value, decimals);
        return this;
    }

    /** The eleven lowest hexadecimal digits of a number, after a literal. */
    SegmentWriter hexadecimal(Literal before, long value) {
        separate();
        sink.write(before);
        for (int shift = 40; shift >= 32; shift -= 4) {
            int nibble = (int) (value >>> shift) & 0xF;
            sink.write((char) (nibble < 10 ? '0' + nibble : 'a' + nibble - 10));
        }
        sink.writeFixed64(Ascii.hexadecimal((int) value));
        return this;
    }

    /** A day as eight digits. */
    SegmentWriter date(LocalDate day) {
        separate();
        sink.write(DATE, day);
        return this;
    }

    /** A moment to the second, with its distance from UTC. */
    SegmentWriter moment(OffsetDateTime moment) {
        separate();
        long day =
                (moment.getYear() * 100L + moment.getMonthValue()) * 100 + moment.getDayOfMonth();
        long time = (moment.getHour() * 100L + moment.getMinute()) * 100 + moment.getSecond();
        sink.write(MOMENT, day * 1_000_000 + time);
        int offset = moment.getOffset().getTotalSeconds() / 60;
        int minutes = Math.abs(offset);
        sink.write(offset < 0 ? WEST : EAST, minutes / 60 * 100L + minutes % 60);
        return this;
    }
}
