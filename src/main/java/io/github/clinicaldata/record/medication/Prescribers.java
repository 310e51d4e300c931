package io.github.clinicaldata.record.medication;

import io.github.clinicaldata.record.Text;
import io.github.clinicaldata.record.health.Visit;
import io.github.clinicaldata.record.pathway.Setting;
import io.github.clinicaldata.record.provider.ProviderDirectory;
import io.github.clinicaldata.record.provider.ProviderType;
import java.util.Arrays;

/** Who prescribes at which visits. */
final class Prescribers {
    private static final ProviderType[] NEVER =
            types(
                    "diagnostic_radiology",
                    "pathology",
                    "chiropractic",
                    "physical_therapy",
                    "occupational_therapy",
                    "speech_pathology",
                    "clinical_psychology",
                    "clinical_social_work",
                    "dietetics",
                    "audiology");

    private static final ProviderType[] EYES_AND_FEET =
            types("ophthalmology", "optometry", "podiatry");
    private static final Text EYE = Text.of("eye");
    private static final Text MUSCULOSKELETAL = Text.of("musculoskeletal");

    private Prescribers() {}

    private static ProviderType[] types(String... keys) {
        return Arrays.stream(keys)
                .map(ProviderDirectory.standard()::type)
                .toArray(ProviderType[]::new);
    }

    private static boolean isOneOf(ProviderType type, ProviderType[] types) {
        for (ProviderType each : types) {
            if (each == type) {
                return true;
            }
        }
        return false;
    }

    /** Whether somebody who may prescribe sees the member. */
    static boolean prescribeAt(Visit visit) {
        Setting setting = visit.rule().setting();
        ProviderType type = visit.rule().provider();
        return setting != Setting.LABORATORY
                && setting != Setting.IMAGING_CENTER
                && setting != Setting.HOME
                && (type == null || !isOneOf(type, NEVER) && treats(type, visit));
    }

    /** Doctors of the eyes and feet leave the rest to others. */
    private static boolean treats(ProviderType type, Visit visit) {
        if (!isOneOf(type, EYES_AND_FEET)) {
            return true;
        }
        Text category = visit.pathway().category();
        return category.equals(EYE) || category.equals(MUSCULOSKELETAL);
    }

    /** Whether it is a visit at which long-term drugs are renewed. */
    static boolean renewAt(Visit visit) {
        Setting setting = visit.rule().setting();
        return (setting == Setting.OFFICE || setting == Setting.TELEHEALTH) && prescribeAt(visit);
    }
}
