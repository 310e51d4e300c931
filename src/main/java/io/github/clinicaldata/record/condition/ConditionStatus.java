package io.github.clinicaldata.record.condition;

import io.github.clinicaldata.record.Coded;
import io.github.clinicaldata.record.Text;

/** Whether a condition is still there. */
public enum ConditionStatus implements Coded {
    /** It is. */
    ACTIVE("active"),
    /** It has passed. */
    RESOLVED("resolved");

    private final Text code;

    ConditionStatus(String code) {
        this.code = Text.of(code);
    }

    @Override
    public Text code() {
        return code;
    }
}
