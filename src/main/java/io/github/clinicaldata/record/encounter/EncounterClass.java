package io.github.clinicaldata.record.encounter;

import io.github.clinicaldata.record.Coded;
import io.github.clinicaldata.record.Text;

/** How somebody is seen. */
public enum EncounterClass implements Coded {
    /** Comes and goes. */
    AMBULATORY("ambulatory"),
    /** In an emergency department. */
    EMERGENCY("emergency"),
    /** Stays overnight in a hospital. */
    INPATIENT("inpatient"),
    /** By video or telephone. */
    VIRTUAL("virtual"),
    /** At home. */
    HOME("home"),
    /** Stays overnight in a skilled nursing facility. */
    SKILLED_NURSING("skilled-nursing");

    private final Text code;

    EncounterClass(String code) {
        this.code = Text.of(code);
    }

    /** Whether somebody is admitted and discharged. */
    public boolean isStay() {
        return this == INPATIENT || this == SKILLED_NURSING;
    }

    @Override
    public Text code() {
        return code;
    }
}
