package io.github.clinicaldata.record.provider;

import io.github.clinicaldata.record.Coded;
import io.github.clinicaldata.record.Text;

/** What an NPI stands for. */
public enum EntityType implements Coded {
    /** A practitioner (NPPES entity type 1). */
    INDIVIDUAL("individual"),
    /** An organization (NPPES entity type 2). */
    ORGANIZATION("organization");

    private final Text code;

    EntityType(String code) {
        this.code = Text.of(code);
    }

    @Override
    public Text code() {
        return code;
    }
}
