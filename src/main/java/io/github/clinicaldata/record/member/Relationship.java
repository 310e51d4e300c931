package io.github.clinicaldata.record.member;

import io.github.clinicaldata.record.Coded;
import io.github.clinicaldata.record.Text;

/** A member's relationship to the subscriber. */
public enum Relationship implements Coded {
    /** The subscriber. */
    SELF("self"),
    /** The subscriber's spouse or partner. */
    SPOUSE("spouse"),
    /** The subscriber's child. */
    CHILD("child");

    private final Text code;

    Relationship(String code) {
        this.code = Text.of(code);
    }

    @Override
    public Text code() {
        return code;
    }
}
