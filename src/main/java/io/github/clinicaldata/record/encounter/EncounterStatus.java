package io.github.clinicaldata.record.encounter;

import io.github.clinicaldata.record.Coded;
import io.github.clinicaldata.record.Text;

/** Whether an encounter is over. */
public enum EncounterStatus implements Coded {
    /** The member is still in hospital. */
    IN_PROGRESS("in-progress"),
    /** It is. */
    FINISHED("finished");

    private final Text code;

    EncounterStatus(String code) {
        this.code = Text.of(code);
    }

    @Override
    public Text code() {
        return code;
    }
}
