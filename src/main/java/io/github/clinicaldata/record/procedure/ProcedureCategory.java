package io.github.clinicaldata.record.procedure;

import io.github.clinicaldata.record.Coded;
import io.github.clinicaldata.record.Text;

/** What kind of procedure it is. */
public enum ProcedureCategory implements Coded {
    /** In an operating room or catheter laboratory. */
    SURGERY("surgery"),
    /** Pictures and measurements. */
    IMAGING("imaging"),
    /** Counseling, training, dialysis and care at home. */
    THERAPY("therapy"),
    /** Any other. */
    PROCEDURE("procedure");

    private final Text code;

    ProcedureCategory(String code) {
        this.code = Text.of(code);
    }

    @Override
    public Text code() {
        return code;
    }
}
