package io.github.clinicaldata.record.observation;

import io.github.clinicaldata.record.code.VitalSign;
import io.github.clinicaldata.record.code.VitalSigns;
import io.github.clinicaldata.record.health.Visit;
import io.github.clinicaldata.record.measurement.ConditionSet;
import io.github.clinicaldata.record.pathway.Setting;
import io.github.clinicaldata.record.provider.ProviderDirectory;
import io.github.clinicaldata.record.provider.ProviderType;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** How often a sign is taken at which visits. Immutable. */
final class SignPlan {
    private static final int EVERYWHERE = -1;
    private static final int SETTINGS = settings(VitalSigns.standard().settings());
    private static final Set<String> WITHOUT = without();

    /** What is taken. */
    final VitalSign sign;

    private final int[] settings;
    private final boolean[] forAll;
    private final ConditionSet[] reasons;

    SignPlan(VitalSign sign) {
        this.sign = sign;
        int count = sign.takings().size();
        settings = new int[count];
        forAll = new boolean[count];
        reasons = new ConditionSet[count];
        for (int i = 0; i < count; i++) {
            VitalSign.Taking taking = sign.takings().get(i);
            settings[i] = taking.settings().isEmpty() ? EVERYWHERE : settings(taking.settings());
            forAll[i] = taking.reasons().isEmpty();
            ConditionSet any = ConditionSet.of("");
            for (String reason : taking.reasons()) {
                any = any.or(ConditionSet.of(reason));
            }
            reasons[i] = any;
        }
    }

    private static int settings(List<String> keys) {
        int bits = 0;
        for (String key : keys) {
            bits |= 1 << Setting.of(key).ordinal();
        }
        return bits;
    }

    private static Set<String> without() {
        Set<String> types = new TreeSet<>();
        for (String type : VitalSigns.standard().withoutProviders()) {
            types.add(ProviderDirectory.standard().type(type).type().toString());
        }
        return types;
    }

    /** Whether anything is taken at a visit. */
    static boolean isTaken(Visit visit) {
        ProviderType provider = visit.rule().provider();
        return (SETTINGS >>> visit.rule().setting().ordinal() & 1) != 0
                && (provider == null || !WITHOUT.contains(provider.type().toString()));
    }

    /**
     * The share of visits like this at which the sign is taken.
     *
     * @param months the member's age, in completed months
     */
    double share(Visit visit, int months) {
        if (!sign.analytes().get(0).months().contains(months)) {
            return 0;
        }
        int setting = visit.rule().setting().ordinal();
        int pathway = visit.pathway().ordinal();
        List<VitalSign.Taking> takings = sign.takings();
        for (int i = 0; i < settings.length; i++) {
            if ((settings[i] >>> setting & 1) != 0
                    && (forAll[i] || reasons[i].has(pathway))
                    && takings.get(i).months().contains(months)) {
                return takings.get(i).share();
            }
        }
        return 0;
    }
}
