package io.github.clinicaldata.security.audit;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How a request ended. */
public enum AuditOutcome {
    /** All was sent. */
    COMPLETE,
    /** The client went away before. */
    CANCELLED,
    /** Something broke. */
    FAILED,
    /** The request was answered with what is wrong with it, or with who may not make it. */
    REFUSED;

    /** How it is written: in lower case. */
    @JsonValue
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
