package io.github.clinicaldata.record.procedure;

/** Who does a procedure where it is not simply the practitioner of the visit. */
public enum Examiner {
    /** The practitioner of the visit, or a specialist where that is none who does it. */
    OWN,
    /** A radiologist in hospitals and wherever else the facility bills, who reads the picture. */
    RADIOLOGIST,
    /** A cardiologist where the practitioner of the visit is none who reads tracings. */
    READER_OF_TRACINGS,
    /** A cardiologist. */
    CARDIOLOGIST;

    /** Who does a procedure or service of a key in the tables of codes. */
    static Examiner of(String key) {
        return switch (key) {
            case "imaging-electrocardiogram" -> READER_OF_TRACINGS;
            case "imaging-echocardiogram", "imaging-stress-test" -> CARDIOLOGIST;
            case "imaging-sleep-study", "imaging-spirometry", "imaging-eye-exam" -> OWN;
            default -> key.startsWith(ProcedureCodes.IMAGING) ? RADIOLOGIST : OWN;
        };
    }
}
