package io.github.clinicaldata.record.enrollment;

import io.github.clinicaldata.record.Coded;
import io.github.clinicaldata.record.Text;

/** Who is covered by a policy. */
public enum CoverageLevel implements Coded {
    /** The subscriber alone. */
    SUBSCRIBER_ONLY("subscriber_only"),
    /** The subscriber and the spouse or partner. */
    SUBSCRIBER_AND_SPOUSE("subscriber_and_spouse"),
    /** The subscriber and one or more children. */
    SUBSCRIBER_AND_CHILDREN("subscriber_and_children"),
    /** The subscriber, the spouse or partner, and one or more children. */
    FAMILY("family");

    private final Text code;

    CoverageLevel(String code) {
        this.code = Text.of(code);
    }

    @Override
    public Text code() {
        return code;
    }
}
