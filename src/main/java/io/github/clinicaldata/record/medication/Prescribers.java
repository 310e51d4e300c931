package io.github.clinicaldata.record.medication;

import io.github.clinicaldata.record.Text;
import io.github.clinicaldata.record.health.Visit;
import io.github.clinicaldata.record.pathway.Setting;
import io.github.clinicaldata.record.provider.ProviderType;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** Who prescribes at which visits. */
final class Prescribers {
    private static final SortedSet<Text> NEVER =
            new TreeSet<>(
                    List.of(
                            Text.of("diagnostic_radiology"),
                            Text.of("pathology"),
                            Text.of("chiropractic"),
                            Text.of("physical_therapy"),
                            Text.of("occupational_therapy"),
                            Text.of("speech_pathology"),
                            Text.of("clinical_psychology"),
                            Text.of("clinical_social_work"),
                            Text.of("dietetics"),
                            Text.of("audiology")));

    private Prescribers() {}

    /** Whether somebody who may prescribe sees the member. */
    static boolean prescribeAt(Visit visit) {
        Setting setting = visit.rule().setting();
        ProviderType type = visit.rule().provider();
        return setting != Setting.LABORATORY
                && setting != Setting.IMAGING_CENTER
                && setting != Setting.HOME
                && (type == null || !NEVER.contains(type.type()));
    }

    /** Whether it is a visit at which long-term drugs are renewed. */
    static boolean renewAt(Visit visit) {
        Setting setting = visit.rule().setting();
        return (setting == Setting.OFFICE || setting == Setting.TELEHEALTH) && prescribeAt(visit);
    }
}
