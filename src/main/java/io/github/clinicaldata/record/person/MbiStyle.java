package io.github.clinicaldata.record.person;

import io.github.clinicaldata.record.Coded;
import io.github.clinicaldata.record.Knob;
import io.github.clinicaldata.record.Text;

/** How the second letter of Medicare beneficiary identifiers is chosen. */
public enum MbiStyle implements Coded {
    /** Always S, which is never assigned, so that no identifier can be a real one. */
    SYNTHETIC("synthetic"),
    /** Any letter that the format allows; for systems that check the format strictly. */
    STRICT("strict");

    /** The knob {@code mbi}. */
    public static final Knob<MbiStyle> KNOB =
            Knob.choice(
                    "mbi",
                    "Second letter of Medicare beneficiary identifiers: synthetic puts the letter"
                            + " S, which is never assigned; strict follows the published format",
                    SYNTHETIC);

    private final Text code;

    MbiStyle(String code) {
        this.code = Text.of(code);
    }

    @Override
    public Text code() {
        return code;
    }
}
