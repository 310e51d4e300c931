package io.github.clinicaldata.record.procedure;

import io.github.clinicaldata.record.Coded;
import io.github.clinicaldata.record.Text;

/** Whether a procedure is over. */
public enum ProcedureStatus implements Coded {
    /** It has begun. */
    IN_PROGRESS("in-progress"),
    /** It is. */
    COMPLETED("completed");

    private final Text code;

    ProcedureStatus(String code) {
        this.code = Text.of(code);
    }

    @Override
    public Text code() {
        return code;
    }
}
