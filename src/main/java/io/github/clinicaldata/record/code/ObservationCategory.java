package io.github.clinicaldata.record.code;

import io.github.clinicaldata.record.Coded;
import io.github.clinicaldata.record.Text;

/** What an observation is; the codes are those of FHIR's observation categories. */
public enum ObservationCategory implements Coded {
    /** Blood pressure, weight and the like. */
    VITAL_SIGNS("vital-signs"),
    /** The result of a laboratory. */
    LABORATORY("laboratory"),
    /** A score of answers. */
    SURVEY("survey"),
    /** Habits. */
    SOCIAL_HISTORY("social-history");

    private final Text code;

    ObservationCategory(String code) {
        this.code = Text.of(code);
    }

    @Override
    public Text code() {
        return code;
    }

    /** The category of a code in data files. */
    static ObservationCategory of(String code) {
        for (ObservationCategory category : values()) {
            if (category.code.toString().equals(code)) {
                return category;
            }
        }
        throw new IllegalArgumentException("No category of observations: " + code);
    }
}
