package io.github.clinicaldata.record.pathway;

import io.github.clinicaldata.record.Coded;
import io.github.clinicaldata.record.Text;

/** Where somebody is seen. */
public enum Setting implements Coded {
    /** A practitioner's office. */
    OFFICE("office"),
    /** By video or telephone. */
    TELEHEALTH("telehealth"),
    /** An urgent care center. */
    URGENT_CARE("urgent-care"),
    /** An emergency department. */
    EMERGENCY("emergency"),
    /** A hospital, overnight. */
    INPATIENT("inpatient"),
    /** A hospital, without a night. */
    OUTPATIENT_HOSPITAL("outpatient-hospital"),
    /** An ambulatory surgery center. */
    AMBULATORY_SURGERY("ambulatory-surgery"),
    /** The person's home. */
    HOME("home"),
    /** A nursing facility in which somebody lives. */
    NURSING_FACILITY("nursing-facility"),
    /** A laboratory of its own. */
    LABORATORY("laboratory"),
    /** An imaging center of its own. */
    IMAGING_CENTER("imaging-center"),
    /** A dialysis center. */
    DIALYSIS_CENTER("dialysis-center"),
    /** A skilled nursing facility, for some weeks after a stay in a hospital. */
    SKILLED_NURSING("skilled-nursing");

    private final Text code;

    Setting(String code) {
        this.code = Text.of(code);
    }

    @Override
    public Text code() {
        return code;
    }

    /** The setting of a key in data files. */
    public static Setting of(String key) {
        for (Setting setting : values()) {
            if (setting.code.toString().equals(key)) {
                return setting;
            }
        }
        throw new IllegalArgumentException("No setting: " + key);
    }

    /** Whether the facility bills beside those who work in it. */
    public boolean facilityBills() {
        return switch (this) {
            case EMERGENCY,
                    INPATIENT,
                    OUTPATIENT_HOSPITAL,
                    AMBULATORY_SURGERY,
                    DIALYSIS_CENTER,
                    SKILLED_NURSING ->
                    true;
            default -> false;
        };
    }

    /** Whether people come at any hour of any day. */
    public boolean aroundTheClock() {
        return this == EMERGENCY || this == INPATIENT || this == SKILLED_NURSING;
    }
}
