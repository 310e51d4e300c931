package io.github.clinicaldata.format.hl7v2.validate;

/** How bad something is. */
public enum Severity {
    /** A receiver that keeps to standard and guide refuses the message. */
    ERROR,
    /** A receiver takes the message, and the data is likely to be wrong or poor. */
    WARNING
}
