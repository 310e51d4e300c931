package io.github.clinicaldata.record.pathway;

/** What decides on the day on which an episode begins. */
public enum Start {
    /** Chance. */
    ANY_DAY,
    /** The person's birth. */
    BIRTH,
    /** The person's birthday. */
    BIRTHDAY,
    /** The birth of a child of the household, counted back to its conception. */
    CONCEPTION
}
