package io.github.clinicaldata.record.enrollment;

import io.github.clinicaldata.record.Coded;
import io.github.clinicaldata.record.Text;

/** What a change is of. */
public enum ChangedField implements Coded {
    /** The home address. */
    ADDRESS("address"),
    /** The telephone. */
    TELEPHONE("telephone"),
    /** The name. */
    NAME("name"),
    /** The primary care provider. */
    PRIMARY_CARE_PROVIDER("primary_care_provider"),
    /** The plan, or what is chosen within it. */
    PLAN("plan"),
    /** On which ground there is coverage. */
    BENEFIT_STATUS("benefit_status");

    private final Text code;

    ChangedField(String code) {
        this.code = Text.of(code);
    }

    @Override
    public Text code() {
        return code;
    }
}
