package io.github.clinicaldata.record.enrollment;

import io.github.clinicaldata.record.Coded;
import io.github.clinicaldata.record.Text;

/** Why an enrollment was sent back. */
public enum Rejection implements Coded {
    /** Something that is needed is not there. */
    MISSING_DATA("missing_data"),
    /** A value is not allowed. */
    INVALID_DATA("invalid_data"),
    /** The payer does not know the person by these identifiers. */
    MEMBER_NOT_FOUND("member_not_found"),
    /** The payer has the same already. */
    DUPLICATE("duplicate");

    private final Text code;

    Rejection(String code) {
        this.code = Text.of(code);
    }

    @Override
    public Text code() {
        return code;
    }
}
