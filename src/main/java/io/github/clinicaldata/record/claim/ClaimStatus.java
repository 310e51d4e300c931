package io.github.clinicaldata.record.claim;

import io.github.clinicaldata.record.Coded;
import io.github.clinicaldata.record.Text;

/** How far the payer is with a claim. */
public enum ClaimStatus implements Coded {
    /** It has arrived. */
    RECEIVED("received"),
    /** It waits for a review or for information. */
    PENDED("pended"),
    /** It is decided and will be paid. */
    APPROVED("approved"),
    /** The payment was sent, which may be of nothing. */
    PAID("paid"),
    /** Nothing is paid. */
    DENIED("denied"),
    /** It took back what had been paid. */
    REVERSED("reversed");

    private final Text code;

    ClaimStatus(String code) {
        this.code = Text.of(code);
    }

    @Override
    public Text code() {
        return code;
    }
}
