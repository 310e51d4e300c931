package io.github.clinicaldata.record.medication;

import io.github.clinicaldata.record.Coded;
import io.github.clinicaldata.record.Text;

/** Whether a prescription is still valid. */
public enum MedicationStatus implements Coded {
    /** It is. */
    ACTIVE("active"),
    /** It has run out, or was renewed. */
    COMPLETED("completed"),
    /** It was ended before it had run out. */
    STOPPED("stopped");

    private final Text code;

    MedicationStatus(String code) {
        this.code = Text.of(code);
    }

    @Override
    public Text code() {
        return code;
    }
}
