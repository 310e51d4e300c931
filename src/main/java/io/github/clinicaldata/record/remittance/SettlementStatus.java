package io.github.clinicaldata.record.remittance;

import io.github.clinicaldata.record.Coded;
import io.github.clinicaldata.record.Text;

/** What a remittance says of a claim, with the code that remittance advices carry. */
public enum SettlementStatus implements Coded {
    /** The payer has decided on it as the first payer. */
    PROCESSED("1"),
    /** It is denied as a whole. */
    DENIED("4"),
    /** It takes back what had been paid for another one. */
    REVERSAL("22"),
    /** The payer has decided on it as the second payer. */
    SECOND("2"),
    /** The payer has decided on it as the first payer and sent it on to a second one. */
    SENT_ON("19");

    private final Text code;

    SettlementStatus(String code) {
        this.code = Text.of(code);
    }

    @Override
    public Text code() {
        return code;
    }
}
