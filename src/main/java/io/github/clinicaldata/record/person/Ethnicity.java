package io.github.clinicaldata.record.person;

import io.github.clinicaldata.record.Coded;
import io.github.clinicaldata.record.Text;

/** Ethnicity, in the categories of OMB Statistical Policy Directive 15 (1997). */
public enum Ethnicity implements Coded {
    /** Hispanic or Latino, of any race. */
    HISPANIC("hispanic"),
    /** Not Hispanic or Latino. */
    NOT_HISPANIC("not_hispanic");

    private final Text code;

    Ethnicity(String code) {
        this.code = Text.of(code);
    }

    @Override
    public Text code() {
        return code;
    }
}
