package io.github.clinicaldata.record.world;

/**
 * The codes of the kinds in ids, each used for one kind for ever. Here, so that kinds can name each
 * other's records without knowing each other.
 */
public final class KindCodes {
    /** Members. */
    public static final int MEMBERS = 1;

    /** Providers. */
    public static final int PROVIDERS = 2;

    /** Claims. */
    public static final int CLAIMS = 3;

    /** Remittances. */
    public static final int REMITTANCES = 4;

    /** Eligibility checks. */
    public static final int ELIGIBILITY_CHECKS = 5;

    /** Enrollments. */
    public static final int ENROLLMENTS = 6;

    /** Allergies. */
    public static final int ALLERGIES = 7;

    /** Vaccines. */
    public static final int VACCINES = 8;

    /** Diagnostic reports. */
    public static final int DIAGNOSTIC_REPORTS = 9;

    /** Encounters. */
    public static final int ENCOUNTERS = 10;

    /** Conditions. */
    public static final int CONDITIONS = 11;

    /** Observations. */
    public static final int OBSERVATIONS = 12;

    /** Medications. */
    public static final int MEDICATIONS = 13;

    /** Procedures. */
    public static final int PROCEDURES = 14;

    private KindCodes() {}
}
