package io.github.clinicaldata.record.coverage;

import io.github.clinicaldata.record.Coded;
import io.github.clinicaldata.record.Text;

/** Where a member's main coverage comes from. */
public enum CoverageType implements Coded {
    /** A plan of an employer. */
    EMPLOYER("employer"),
    /** A plan of the individual market. */
    EXCHANGE("exchange"),
    /** Medicaid or CHIP. */
    MEDICAID("medicaid"),
    /** Medicare, by age or disability. */
    MEDICARE("medicare"),
    /** None. */
    UNINSURED("uninsured");

    private final Text code;

    CoverageType(String code) {
        this.code = Text.of(code);
    }

    @Override
    public Text code() {
        return code;
    }

    /** Whether a policyholder covers dependents. */
    public boolean coversDependents() {
        return this == EMPLOYER || this == EXCHANGE;
    }
}
