package io.github.clinicaldata.record.claim;

import io.github.clinicaldata.record.Coded;
import io.github.clinicaldata.record.Text;

/** What kind of bill it is. */
public enum ClaimType implements Coded {
    /** Of a practitioner or supplier (837P). */
    PROFESSIONAL("professional"),
    /** Of a hospital or another facility (837I). */
    INSTITUTIONAL("institutional"),
    /** Of a pharmacy (NCPDP). */
    PHARMACY("pharmacy");

    private final Text code;

    ClaimType(String code) {
        this.code = Text.of(code);
    }

    @Override
    public Text code() {
        return code;
    }
}
