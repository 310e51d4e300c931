package io.github.clinicaldata.record.member;

import io.github.clinicaldata.record.Coded;
import io.github.clinicaldata.record.Text;

/** Marital status, by the values of HL7's table that the data distinguishes. */
public enum MaritalStatus implements Coded {
    /** Never married. */
    NEVER_MARRIED("never_married"),
    /** Married. */
    MARRIED("married"),
    /** Lives with a partner. */
    DOMESTIC_PARTNER("domestic_partner"),
    /** Divorced or separated. */
    DIVORCED("divorced"),
    /** Widowed. */
    WIDOWED("widowed");

    private final Text code;

    MaritalStatus(String code) {
        this.code = Text.of(code);
    }

    @Override
    public Text code() {
        return code;
    }
}
