package io.github.clinicaldata.format.x12;

import io.github.clinicaldata.format.Literal;
import java.util.Arrays;
import java.util.List;

/**
 * The characters that part segments, elements, repetitions and components. They never occur in
 * data.
 *
 * @param element between elements
 * @param component between the components of an element
 * @param repetition between repetitions of an element
 * @param segment after a segment
 * @param lineBreaks whether each segment stands on a line of its own
 */
record Delimiters(char element, char component, char repetition, char segment, boolean lineBreaks) {
    /** The sets that clients can choose from, each in the order of this record, the usual first. */
    static final List<String> CHOICES =
            List.of(
                    "star-colon-caret-tilde",
                    "pipe-greater-caret-tilde",
                    "star-greater-caret-newline");

    private static final int ASCII = 128;

    /** The set of a name. */
    static Delimiters of(String name, boolean lineBreaks) {
        return switch (name) {
            case "pipe-greater-caret-tilde" -> new Delimiters('|', '>', '^', '~', lineBreaks);
            case "star-greater-caret-newline" -> new Delimiters('*', '>', '^', '\n', false);
            default -> new Delimiters('*', ':', '^', '~', lineBreaks);
        };
    }

    /** A literal that is written with the usual delimiters, with these ones. */
    Literal literal(String usual) {
        StringBuilder text = new StringBuilder(usual.length() + 4);
        for (int i = 0; i < usual.length(); i++) {
            char each = usual.charAt(i);
            switch (each) {
                case '*' -> text.append(element);
                case ':' -> text.append(component);
                case '^' -> text.append(repetition);
                case '~' -> text.append(segmentEnd());
                default -> text.append(each);
            }
        }
        return Literal.of(text.toString());
    }

    /** What ends a segment. */
    String segmentEnd() {
        return lineBreaks ? segment + "\n" : String.valueOf(segment);
    }

    /**
     * What stands in data for each ASCII character: letters in upper case, a space for delimiters,
     * the usual ones among them, and for what is not printed.
     */
    byte[] dataTable() {
        byte[] table = new byte[ASCII];
        Arrays.fill(table, (byte) ' ');
        for (char each = ' ' + 1; each < ASCII - 1; each++) {
            boolean delimiter =
                    "*:^~|>".indexOf(each) >= 0
                            || each == element
                            || each == component
                            || each == repetition
                            || each == segment;
            table[each] = (byte) (delimiter ? ' ' : Character.toUpperCase(each));
        }
        return table;
    }
}
