package io.github.clinicaldata.record.person;

import java.util.List;

/**
 * The groups in which the Census counts race and Hispanic origin together; names, languages and
 * prevalences follow them.
 */
public enum Origin {
    /** White, not Hispanic. */
    WHITE("white", "white"),
    /** Black, not Hispanic. */
    BLACK("black", "black"),
    /** Asian, not Hispanic. */
    ASIAN("asian", "asian_pacific"),
    /** Pacific Islander, not Hispanic. */
    PACIFIC("pacific", "asian_pacific"),
    /** American Indian or Alaska Native, not Hispanic. */
    NATIVE("native", "native"),
    /** Two or more races, not Hispanic. */
    TWO_OR_MORE("two_or_more", "two_or_more"),
    /** Some other race, not Hispanic. */
    OTHER("other", "white"),
    /** Hispanic, of any race. */
    HISPANIC("hispanic", "hispanic");

    /** All groups in their order. */
    public static final List<Origin> ALL = List.of(values());

    private final String column;
    private final String surnameColumn;

    Origin(String column, String surnameColumn) {
        this.column = column;
        this.surnameColumn = surnameColumn;
    }

    /** The column of this group in tables by race. */
    public String column() {
        return column;
    }

    /** The column of this group in the surname table, which has fewer of them. */
    public String surnameColumn() {
        return surnameColumn;
    }

    /** Hispanic or not. */
    public Ethnicity ethnicity() {
        return this == HISPANIC ? Ethnicity.HISPANIC : Ethnicity.NOT_HISPANIC;
    }
}
