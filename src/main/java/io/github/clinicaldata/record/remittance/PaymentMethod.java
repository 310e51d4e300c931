package io.github.clinicaldata.record.remittance;

import io.github.clinicaldata.record.Coded;
import io.github.clinicaldata.record.Text;

/** How money reaches the payee, with the code that remittance advices carry. */
public enum PaymentMethod implements Coded {
    /** By the automated clearing house, from account to account. */
    ACH("ACH"),
    /** By check. */
    CHECK("CHK"),
    /** Nothing is due. */
    NONE("NON");

    private final Text code;

    PaymentMethod(String code) {
        this.code = Text.of(code);
    }

    @Override
    public Text code() {
        return code;
    }
}
