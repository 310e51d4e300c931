package io.github.clinicaldata.record.person;

import io.github.clinicaldata.record.Coded;
import io.github.clinicaldata.record.Text;

/** Administrative sex. */
public enum Sex implements Coded {
    /** Female. */
    FEMALE("female"),
    /** Male. */
    MALE("male");

    private final Text code;

    Sex(String code) {
        this.code = Text.of(code);
    }

    @Override
    public Text code() {
        return code;
    }

    /** The other one. */
    public Sex opposite() {
        return this == FEMALE ? MALE : FEMALE;
    }
}
