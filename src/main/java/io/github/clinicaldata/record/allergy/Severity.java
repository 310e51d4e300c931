package io.github.clinicaldata.record.allergy;

import io.github.clinicaldata.record.Coded;
import io.github.clinicaldata.record.Text;

/** How severe a reaction was. */
public enum Severity implements Coded {
    /** Mild. */
    MILD("mild"),
    /** Moderate. */
    MODERATE("moderate"),
    /** Severe. */
    SEVERE("severe");

    private final Text code;

    Severity(String code) {
        this.code = Text.of(code);
    }

    @Override
    public Text code() {
        return code;
    }
}
