package io.github.clinicaldata.record.enrollment;

import io.github.clinicaldata.record.Coded;
import io.github.clinicaldata.record.Text;

/** Who pays for coverage and says who has it. */
public enum SponsorType implements Coded {
    /** An employer. */
    EMPLOYER("employer"),
    /** A health insurance exchange. */
    EXCHANGE("exchange"),
    /** The Medicaid agency of a state. */
    STATE("state"),
    /** The Medicare programme. */
    FEDERAL("federal");

    private final Text code;

    SponsorType(String code) {
        this.code = Text.of(code);
    }

    @Override
    public Text code() {
        return code;
    }
}
