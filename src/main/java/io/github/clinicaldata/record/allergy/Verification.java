package io.github.clinicaldata.record.allergy;

import io.github.clinicaldata.record.Coded;
import io.github.clinicaldata.record.Text;

/** How sure an allergy is. */
public enum Verification implements Coded {
    /** Shown by a test or by what was seen. */
    CONFIRMED("confirmed"),
    /** As the patient tells it. */
    UNCONFIRMED("unconfirmed");

    private final Text code;

    Verification(String code) {
        this.code = Text.of(code);
    }

    @Override
    public Text code() {
        return code;
    }
}
