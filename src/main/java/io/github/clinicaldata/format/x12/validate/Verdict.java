package io.github.clinicaldata.format.x12.validate;

/** What becomes of a transaction. */
public enum Verdict {
    /** Nothing is wrong. */
    ACCEPTED,
    /** It can be read; what is wrong concerns single claims, payments or members. */
    ERRORS_NOTED,
    /** Its syntax or structure is wrong. */
    REJECTED
}
