package io.github.clinicaldata.record.pathway;

import io.github.clinicaldata.record.code.YamlNode;
import io.github.clinicaldata.record.person.Sex;
import java.util.List;

/**
 * A share or rate by sex and age, from bands of ages.
 *
 * <p>Shares of people with a chronic condition are drawn out between the middles of the bands, so
 * that nobody falls ill at a band's edge; yearly rates stay as they are.
 */
public final class AgeCurve {
    /** The ages for which there are values, 0 to below this. */
    public static final int AGES = 131;

    private final double[][] values = new double[Sex.values().length][AGES];
    private final double[] highest = new double[Sex.values().length];

    private AgeCurve() {}

    /** The bands as they are, times a factor. */
    static AgeCurve steps(List<YamlNode> bands, String key, double factor) {
        AgeCurve curve = new AgeCurve();
        for (YamlNode band : bands) {
            Limits limits = Limits.of(band);
            double value = band.number(key) * factor;
            for (Sex sex : Sex.values()) {
                for (int age = limits.ages().low();
                        age <= Math.min(limits.ages().high(), AGES - 1);
                        age++) {
                    if (limits.fit(sex, age)) {
                        curve.values[sex.ordinal()][age] = value;
                    }
                }
            }
        }
        return curve.finish();
    }

    /** The bands drawn out between their middles. */
    static AgeCurve smooth(List<YamlNode> bands, String key) {
        AgeCurve steps = steps(bands, key, 1);
        AgeCurve curve = new AgeCurve();
        for (int sex = 0; sex < curve.values.length; sex++) {
            smooth(steps.values[sex], curve.values[sex]);
        }
        return curve.finish();
    }

    private static void smooth(double[] steps, double[] to) {
        double lastMiddle = -1;
        double lastValue = 0;
        for (int start = 0; start < AGES; ) {
            int end = start;
            while (end + 1 < AGES && steps[end + 1] == steps[start]) {
                end++;
            }
            double middle = start == 0 ? 0 : end == AGES - 1 ? start : (start + end) / 2.0;
            for (int age = (int) Math.ceil(Math.max(lastMiddle, 0)); age <= end; age++) {
                to[age] =
                        age >= middle || middle == lastMiddle
                                ? steps[start]
                                : lastValue
                                        + (steps[start] - lastValue)
                                                * (age - lastMiddle)
                                                / (middle - lastMiddle);
            }
            lastMiddle = middle;
            lastValue = steps[start];
            start = end + 1;
        }
    }

    private AgeCurve finish() {
        for (int sex = 0; sex < values.length; sex++) {
            for (double value : values[sex]) {
                highest[sex] = Math.max(highest[sex], value);
            }
        }
        return this;
    }

    /** The value of a sex and an age in whole years, 0 for the unborn. */
    public double at(Sex sex, int age) {
        return age < 0 ? 0 : values[sex.ordinal()][Math.min(age, AGES - 1)];
    }

    /** The value between two whole ages. */
    public double between(Sex sex, double age) {
        int whole = (int) age;
        double from = at(sex, whole);
        return age < 0 ? 0 : from + (at(sex, whole + 1) - from) * (age - whole);
    }

    /** The highest value of a sex. */
    public double highest(Sex sex) {
        return highest[sex.ordinal()];
    }
}
