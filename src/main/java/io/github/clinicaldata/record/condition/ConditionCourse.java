package io.github.clinicaldata.record.condition;

import io.github.clinicaldata.record.Coded;
import io.github.clinicaldata.record.Text;

/** How a condition goes on. */
public enum ConditionCourse implements Coded {
    /** It stays for life, or for years. */
    CHRONIC("chronic"),
    /** An episode with an end. */
    ACUTE("acute"),
    /** A pregnancy. */
    PREGNANCY("pregnancy");

    private final Text code;

    ConditionCourse(String code) {
        this.code = Text.of(code);
    }

    @Override
    public Text code() {
        return code;
    }
}
