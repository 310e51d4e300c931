package io.github.clinicaldata.record.vaccine;

import io.github.clinicaldata.record.Coded;
import io.github.clinicaldata.record.Text;

/** What kind of place a vaccine is given in. */
public enum Setting implements Coded {
    /** A doctor's office. */
    OFFICE("office", "clinic", Hours.WEEKDAYS),
    /** A pharmacy. */
    PHARMACY("pharmacy", "pharmacy", Hours.ALL_BUT_HOLIDAYS),
    /** A public clinic; the nearest health center stands for it. */
    HEALTH_DEPARTMENT("health_department", "health_center", Hours.WEEKDAYS),
    /** A school, served by a health center. */
    SCHOOL("school", "health_center", Hours.WEEKDAYS),
    /** A hospital. */
    HOSPITAL("hospital", "hospital", Hours.ALWAYS),
    /** A place of work, served by a pharmacy. */
    WORKPLACE("workplace", "pharmacy", Hours.WEEKDAYS),
    /** A nursing facility. */
    NURSING_FACILITY("nursing_facility", "skilled_nursing", Hours.ALWAYS);

    /** On which days a place gives vaccines. */
    enum Hours {
        WEEKDAYS,
        ALL_BUT_HOLIDAYS,
        ALWAYS
    }

    private final Text code;
    private final String providerType;
    private final Hours hours;

    Setting(String code, String providerType, Hours hours) {
        this.code = Text.of(code);
        this.providerType = providerType;
        this.hours = hours;
    }

    @Override
    public Text code() {
        return code;
    }

    /** The type of organization, of {@code codes/provider-types.csv}, that gives it there. */
    String providerType() {
        return providerType;
    }

    /** On which days it gives vaccines. */
    Hours hours() {
        return hours;
    }
}
