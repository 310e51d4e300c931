package io.github.clinicaldata.record.medication;

import io.github.clinicaldata.record.Coded;
import io.github.clinicaldata.record.Text;

/** Why a prescription was ended before it had run out. */
public enum StopReason implements Coded {
    /** The member turned out to be allergic to the drug or its class. */
    ALLERGY("allergy"),
    /** The member became pregnant, and the drug is not safe then. */
    PREGNANCY("pregnancy"),
    /** Another drug took its place. */
    REPLACED("replaced"),
    /** The condition that it was for has ended. */
    CONDITION_ENDED("condition-ended");

    private final Text code;

    StopReason(String code) {
        this.code = Text.of(code);
    }

    @Override
    public Text code() {
        return code;
    }
}
