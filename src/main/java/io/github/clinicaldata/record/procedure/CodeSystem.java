package io.github.clinicaldata.record.procedure;

import io.github.clinicaldata.record.Coded;
import io.github.clinicaldata.record.Text;

/** Where the code of a procedure is from. */
public enum CodeSystem implements Coded {
    /** ICD-10-PCS. */
    ICD_10_PCS("icd-10-pcs"),
    /** HCPCS level II. */
    HCPCS("hcpcs");

    private final Text code;

    CodeSystem(String code) {
        this.code = Text.of(code);
    }

    @Override
    public Text code() {
        return code;
    }
}
