package io.github.clinicaldata.record.pathway;

/** How a condition goes on. */
public enum Course {
    /** It stays for life, or for years. */
    CHRONIC,
    /** An episode with an end. */
    ACUTE,
    /** A pregnancy. */
    PREGNANCY,
    /** No illness: a check-up or screening. */
    PREVENTIVE
}
