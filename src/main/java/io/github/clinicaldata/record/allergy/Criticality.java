package io.github.clinicaldata.record.allergy;

import io.github.clinicaldata.record.Coded;
import io.github.clinicaldata.record.Text;

/** What the next contact may do. */
public enum Criticality implements Coded {
    /** No danger to life is expected. */
    LOW("low"),
    /** It may endanger life. */
    HIGH("high");

    private final Text code;

    Criticality(String code) {
        this.code = Text.of(code);
    }

    @Override
    public Text code() {
        return code;
    }
}
