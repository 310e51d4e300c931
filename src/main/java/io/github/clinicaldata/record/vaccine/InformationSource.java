package io.github.clinicaldata.record.vaccine;

import io.github.clinicaldata.record.Coded;
import io.github.clinicaldata.record.Text;

/** Where the knowledge of a dose comes from (after CDC's table NIP001). */
public enum InformationSource implements Coded {
    /** Whoever gave the vaccine wrote the record: NIP001 code 00. */
    NEW_ADMINISTRATION("new_administration");

    private final Text code;

    InformationSource(String code) {
        this.code = Text.of(code);
    }

    @Override
    public Text code() {
        return code;
    }
}
