package io.github.clinicaldata.record.enrollment;

import io.github.clinicaldata.record.Coded;
import io.github.clinicaldata.record.Text;

/** How far an enrollment has come on the population's {@code asOf}. */
public enum EnrollmentStatus implements Coded {
    /** The payer has it. */
    RECEIVED("received"),
    /** It is done. */
    PROCESSED("processed"),
    /** It was sent back. */
    REJECTED("rejected");

    private final Text code;

    EnrollmentStatus(String code) {
        this.code = Text.of(code);
    }

    @Override
    public Text code() {
        return code;
    }
}
