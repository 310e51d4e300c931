package io.github.clinicaldata.record.claim;

import io.github.clinicaldata.record.Coded;
import io.github.clinicaldata.record.Text;

/** What is wrong with a claim that was made faulty on purpose, for negative tests. */
public enum ClaimFault implements Coded {
    /** It has no diagnosis. */
    DIAGNOSIS_MISSING("diagnosis-missing", "diagnosis-missing"),
    /** Its first line has a procedure code that does not exist. */
    PROCEDURE_INVALID("procedure-invalid", "procedure-not-valid"),
    /** Its total is not the sum of its lines. */
    TOTAL_WRONG("total-wrong", "claim-incomplete"),
    /** Its service ends after it was received. */
    SERVICE_AFTER_RECEIPT("service-after-receipt", "claim-incomplete"),
    /** The check digit of the billing provider's NPI is wrong. */
    NPI_WRONG("npi-wrong", "provider-number-missing");

    private final Text code;
    private final String denial;

    ClaimFault(String code, String denial) {
        this.code = Text.of(code);
        this.denial = denial;
    }

    @Override
    public Text code() {
        return code;
    }

    /** The key of the reason for which a payer denies such a claim. */
    String denial() {
        return denial;
    }
}
