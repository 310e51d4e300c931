package io.github.clinicaldata.record.measurement;

import io.github.clinicaldata.record.Coded;
import io.github.clinicaldata.record.Text;

/** How a result stands to its reference range: the codes of HL7 table 0078. */
public enum Flag implements Coded {
    /** Normal. */
    N("N"),
    /** Below the range. */
    L("L"),
    /** Above the range. */
    H("H"),
    /** So low that somebody is called. */
    LL("LL"),
    /** So high that somebody is called. */
    HH("HH"),
    /** Abnormal, of what has no range. */
    A("A");

    private final Text code;

    Flag(String code) {
        this.code = Text.of(code);
    }

    @Override
    public Text code() {
        return code;
    }
}
