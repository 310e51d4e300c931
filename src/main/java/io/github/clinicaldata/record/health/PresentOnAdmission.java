package io.github.clinicaldata.record.health;

import io.github.clinicaldata.record.Coded;
import io.github.clinicaldata.record.Text;
import io.github.clinicaldata.record.code.Diagnosis;

/**
 * Whether a diagnosis was there when a stay began. Source: ICD-10-CM Official Guidelines, appendix
 * I; CMS list of codes that need no such statement.
 */
public enum PresentOnAdmission implements Coded {
    /** It was there. */
    YES("yes"),
    /** It came during the stay. */
    NO("no"),
    /** The code needs no statement. */
    EXEMPT("exempt");

    private final Text code;

    PresentOnAdmission(String code) {
        this.code = Text.of(code);
    }

    @Override
    public Text code() {
        return code;
    }

    /** What holds for a code of this world, in which all illnesses begin before a stay. */
    static PresentOnAdmission of(Diagnosis diagnosis) {
        Text text = diagnosis.code();
        String code = text.toString();
        return switch (text.byteAt(0)) {
            case 'V', 'W', 'X', 'Y', 'Z' -> EXEMPT;
            case 'O' ->
                    code.startsWith("O70") // laceration during the delivery
                            ? NO
                            : code.startsWith("O09") || code.equals("O80") ? EXEMPT : YES;
            case 'S', 'T' -> code.endsWith("D") || code.endsWith("S") ? EXEMPT : YES;
            case 'I' -> code.startsWith("I69") || code.equals("I25.2") ? EXEMPT : YES;
            case 'Q' -> EXEMPT;
            default -> YES;
        };
    }
}
