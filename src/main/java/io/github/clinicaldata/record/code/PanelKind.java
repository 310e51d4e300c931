package io.github.clinicaldata.record.code;

import io.github.clinicaldata.record.Coded;
import io.github.clinicaldata.record.Text;

/** Where a report comes from. */
public enum PanelKind implements Coded {
    /** A laboratory, or a test at the place of care. */
    LABORATORY("laboratory"),
    /** Radiology and other imaging. */
    IMAGING("imaging"),
    /** A study of a function, or an endoscopy. */
    PROCEDURE("procedure"),
    /** A pathologist's look at tissue. */
    PATHOLOGY("pathology");

    private final Text code;

    PanelKind(String code) {
        this.code = Text.of(code);
    }

    @Override
    public Text code() {
        return code;
    }
}
