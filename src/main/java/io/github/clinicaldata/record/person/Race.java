package io.github.clinicaldata.record.person;

import io.github.clinicaldata.record.Coded;
import io.github.clinicaldata.record.Text;

/**
 * Race, in the categories of OMB Statistical Policy Directive 15 (1997), as the 2020 Census has
 * them.
 */
public enum Race implements Coded {
    /** White. */
    WHITE("white"),
    /** Black or African American. */
    BLACK("black"),
    /** Asian. */
    ASIAN("asian"),
    /** Native Hawaiian or other Pacific Islander. */
    PACIFIC("pacific_islander"),
    /** American Indian or Alaska Native. */
    NATIVE("american_indian"),
    /** Two or more races. */
    TWO_OR_MORE("two_or_more"),
    /** Some other race. */
    OTHER("other");

    private final Text code;

    Race(String code) {
        this.code = Text.of(code);
    }

    @Override
    public Text code() {
        return code;
    }
}
