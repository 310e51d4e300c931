package io.github.clinicaldata.record.enrollment;

import io.github.clinicaldata.record.Coded;
import io.github.clinicaldata.record.Text;

/** On which ground there is coverage. */
public enum BenefitStatus implements Coded {
    /** As employed, or as entitled otherwise. */
    ACTIVE("active"),
    /** Bought on after the job has ended (COBRA). */
    CONTINUATION("continuation");

    private final Text code;

    BenefitStatus(String code) {
        this.code = Text.of(code);
    }

    @Override
    public Text code() {
        return code;
    }
}
