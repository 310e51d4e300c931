package io.github.clinicaldata.record.allergy;

import io.github.clinicaldata.record.Coded;
import io.github.clinicaldata.record.Text;

/** Whether an allergy is held to be there on the population's {@code asOf}. */
public enum AllergyStatus implements Coded {
    /** Held to be there. */
    ACTIVE("active"),
    /** Ruled out later, by a test or by taking it without harm. */
    INACTIVE("inactive"),
    /** Had in childhood and lost since. */
    OUTGROWN("outgrown");

    private final Text code;

    AllergyStatus(String code) {
        this.code = Text.of(code);
    }

    @Override
    public Text code() {
        return code;
    }
}
