package io.github.clinicaldata.record.allergy;

import io.github.clinicaldata.record.Coded;
import io.github.clinicaldata.record.Text;

/** What kind of thing an allergen is. */
public enum AllergenCategory implements Coded {
    /** A drug or a group of drugs. */
    MEDICATION("medication"),
    /** Something eaten. */
    FOOD("food"),
    /** Something in the surroundings: pollen, animals, insects, latex. */
    ENVIRONMENT("environment");

    private final Text code;

    AllergenCategory(String code) {
        this.code = Text.of(code);
    }

    @Override
    public Text code() {
        return code;
    }
}
