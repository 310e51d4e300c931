package io.github.clinicaldata.record.claim;

import io.github.clinicaldata.record.Coded;
import io.github.clinicaldata.record.Text;

/** Which of a member's payers a claim goes to. */
public enum PayerSequence implements Coded {
    /** The first one, or the only one. */
    PRIMARY("primary"),
    /** The second one, once the first has decided. */
    SECONDARY("secondary");

    private final Text code;

    PayerSequence(String code) {
        this.code = Text.of(code);
    }

    @Override
    public Text code() {
        return code;
    }
}
