package io.github.clinicaldata.record.provider;

import io.github.clinicaldata.record.Text;
import java.util.ArrayList;
import java.util.List;

/**
 * A pattern of organization names such as {@code {county} County Hospital}, cut into parts.
 *
 * @param parts in the order of the name
 */
record NamePattern(List<Part> parts) {
    private static final String COUNTY = "{county}";
    private static final String COUNTY_WORD = " County";

    /** What a part stands for. */
    enum Kind {
        LITERAL,
        COUNTY_WORD,
        CITY,
        COUNTY,
        SAINT,
        TREE,
        SURNAME
    }

    /**
     * A part.
     *
     * @param kind what it stands for
     * @param text the text of a literal
     */
    record Part(Kind kind, Text text) {}

    /** Reads a pattern. */
    static NamePattern of(String pattern) {
        List<Part> parts = new ArrayList<>();
        int position = 0;
        while (position < pattern.length()) {
            if (pattern.charAt(position) != '{') {
                int end = pattern.indexOf('{', position);
                String text = pattern.substring(position, end < 0 ? pattern.length() : end);
                parts.add(new Part(Kind.LITERAL, Text.of(text)));
                position += text.length();
                continue;
            }
            String placeholder = pattern.substring(position, pattern.indexOf('}', position) + 1);
            parts.add(new Part(kind(placeholder), Text.of(placeholder)));
            position += placeholder.length();
            if (placeholder.equals(COUNTY) && pattern.startsWith(COUNTY_WORD, position)) {
                parts.add(new Part(Kind.COUNTY_WORD, Text.of(COUNTY_WORD)));
                position += COUNTY_WORD.length();
            }
        }
        return new NamePattern(List.copyOf(parts));
    }

    private static Kind kind(String placeholder) {
        return switch (placeholder) {
            case "{city}" -> Kind.CITY;
            case COUNTY -> Kind.COUNTY;
            case "{saint}" -> Kind.SAINT;
            case "{tree}" -> Kind.TREE;
            case "{surname}" -> Kind.SURNAME;
            default -> throw new IllegalStateException("Unknown placeholder " + placeholder);
        };
    }
}
