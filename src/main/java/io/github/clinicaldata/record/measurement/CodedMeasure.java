package io.github.clinicaldata.record.measurement;

import io.github.clinicaldata.record.code.Analyte;
import io.github.clinicaldata.record.code.CodedShares;
import io.github.clinicaldata.record.code.CodedValue;
import io.github.clinicaldata.record.code.CodedValues;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Draws one of several values; the value is its number among them. */
final class CodedMeasure extends Measure {
    private static final double HALF = 0.5;

    private final CodedValues coded;
    private final List<CodedShares> groups = new ArrayList<>();
    private final List<@Nullable ConditionSet> conditions = new ArrayList<>();
    private final List<double[]> ends = new ArrayList<>();
    private final boolean[] abnormal;
    private final int agreesWith;
    private final boolean[] otherAbnormal;

    CodedMeasure(Analyte analyte, CodedValues coded, Measures measures) {
        super(analyte, measures);
        this.coded = coded;
        for (CodedShares group : coded.groups()) {
            String condition = group.condition();
            ConditionSet set = condition == null ? null : ConditionSet.of(condition);
            if (set == null || !set.isEmpty()) {
                groups.add(group);
                conditions.add(set);
                ends.add(ends(group.shares()));
            }
        }
        abnormal = flags(coded);
        String other = analyte.links().agreesWith();
        agreesWith = measures.ordinal(other);
        CodedValues of = other == null ? null : measures.get(other).analyte.coded();
        otherAbnormal = of == null ? new boolean[0] : flags(of);
    }

    private static double[] ends(List<Double> shares) {
        double[] ends = new double[shares.size()];
        double sum = 0;
        for (int i = 0; i < ends.length; i++) {
            sum += shares.get(i);
            ends[i] = sum;
        }
        return ends;
    }

    private static boolean[] flags(CodedValues of) {
        boolean[] flags = new boolean[of.values().size()];
        for (int i = 0; i < flags.length; i++) {
            CodedValue value = of.values().get(i);
            flags[i] = value.abnormal();
        }
        return flags;
    }

    @Override
    void draw(Patient patient, Specimen values) {
        if (!analyte.months().contains(patient.months)) {
            return;
        }
        double[] found = ends.get(group(patient));
        double uniform = coded.fixed() ? fixedUniform(patient) : uniform(patient);
        if (agreesWith >= 0 && values.has(agreesWith)) {
            values.put(ordinal, among(found, uniform, otherAbnormal[(int) values.get(agreesWith)]));
            return;
        }
        int number = 0;
        while (number < found.length - 1 && uniform >= found[number]) {
            number++;
        }
        values.put(ordinal, number);
    }

    private int group(Patient patient) {
        int group = 0;
        while (!fits(group, patient)) {
            group++;
        }
        return group;
    }

    private boolean fits(int group, Patient patient) {
        ConditionSet set = conditions.get(group);
        if (set == null) {
            return groups.get(group).months().contains(patient.months);
        }
        if (!set.meets(patient.active)) {
            return false;
        }
        int pathway = set.firstOf(patient.active);
        String code = groups.get(group).code();
        return patient.presence(pathway) >= HALF
                && (code == null || patient.hasCode(pathway, code));
    }

    /** One of the values that are, or are not, abnormal. */
    private int among(double[] found, double uniform, boolean wanted) {
        double sum = 0;
        int last = 0;
        for (int i = 0; i < found.length; i++) {
            if (abnormal[i] == wanted) {
                sum += share(found, i);
                last = i;
            }
        }
        double left = uniform * sum;
        for (int i = 0; i < last; i++) {
            if (abnormal[i] == wanted) {
                left -= share(found, i);
                if (left < 0) {
                    return i;
                }
            }
        }
        return last;
    }

    private static double share(double[] found, int number) {
        return number == 0 ? found[0] : found[number] - found[number - 1];
    }
}
