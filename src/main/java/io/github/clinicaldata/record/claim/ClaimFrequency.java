package io.github.clinicaldata.record.claim;

import io.github.clinicaldata.record.Coded;
import io.github.clinicaldata.record.Text;

/** Whether a claim is the first of its service, with the code that claims carry. */
public enum ClaimFrequency implements Coded {
    /** The first claim. */
    ORIGINAL("1"),
    /** Replaces one that was sent before. */
    REPLACEMENT("7"),
    /** Takes one back that was sent before. */
    VOID("8");

    private final Text code;

    ClaimFrequency(String code) {
        this.code = Text.of(code);
    }

    @Override
    public Text code() {
        return code;
    }
}
