package io.github.clinicaldata.record.coverage;

import io.github.clinicaldata.record.Coded;
import io.github.clinicaldata.record.Text;

/** Whether coverage is in force on the population's {@code asOf}. */
public enum CoverageStatus implements Coded {
    /** In force. */
    ACTIVE("active"),
    /** Its last day is past. */
    TERMINATED("terminated");

    private final Text code;

    CoverageStatus(String code) {
        this.code = Text.of(code);
    }

    @Override
    public Text code() {
        return code;
    }
}
