package io.github.clinicaldata.record.observation;

import io.github.clinicaldata.record.Coded;
import io.github.clinicaldata.record.Text;

/** How far an observation is; the codes are those of FHIR. */
public enum ObservationStatus implements Coded {
    /** The specimen was taken; the value is not known yet. */
    REGISTERED("registered"),
    /** The value is known. */
    FINAL("final"),
    /** The value is known, and its report was corrected since. */
    CORRECTED("corrected");

    private final Text code;

    ObservationStatus(String code) {
        this.code = Text.of(code);
    }

    @Override
    public Text code() {
        return code;
    }
}
