package io.github.clinicaldata.record.eligibility;

import io.github.clinicaldata.record.Coded;
import io.github.clinicaldata.record.Text;

/** What the payer answers. */
public enum CheckStatus implements Coded {
    /** The member is covered on the day of the service. */
    ACTIVE("active"),
    /** The member is not covered on that day. */
    INACTIVE("inactive"),
    /** The question can't be answered as it is. */
    REJECTED("rejected");

    private final Text code;

    CheckStatus(String code) {
        this.code = Text.of(code);
    }

    @Override
    public Text code() {
        return code;
    }
}
