package io.github.clinicaldata.record.vaccine;

import io.github.clinicaldata.record.Coded;
import io.github.clinicaldata.record.Text;

/** What became of a dose that was due. */
public enum VaccineStatus implements Coded {
    /** It was given. */
    COMPLETED("completed"),
    /** The patient or a parent did not want it. */
    REFUSED("refused"),
    /** A contraindication or a precaution forbade it that day. */
    CONTRAINDICATED("contraindicated"),
    /** Nobody came, or there was no vaccine. */
    MISSED("missed");

    private final Text code;

    VaccineStatus(String code) {
        this.code = Text.of(code);
    }

    @Override
    public Text code() {
        return code;
    }
}
