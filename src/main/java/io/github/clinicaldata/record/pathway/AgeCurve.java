package io.github.clinicaldata.record.pathway;

import io.github.clinicaldata.record.code.YamlNode;
import io.github.clinicaldata.record.person.Sex;
import java.util.List;

/**
 * A share or rate by sex and age, from bands of ages.
 *
 * <p>Shares of people with a chronic condition go over from band to band, so that people don't fall
 * ill at a band's edge; yearly rates stay as they are.
 */
public final class AgeCurve {
    /** The ages for which there are values, 0 to below this. */
    public static final int AGES = 131;

    /** The last age that files name; it stands for those beyond it too. */
    private static final int OLDEST = 120;

    private final double[][] values = new double[Sex.values().length][AGES];
    private final double[] highest = new double[Sex.values().length];

    private AgeCurve() {}

    /**
     * The bands as they are, times a factor.
     *
     * @param all for whom there can be a value at all
     */
    static AgeCurve steps(List<YamlNode> bands, String key, double factor, Limits all) {
        AgeCurve curve = new AgeCurve();
        for (YamlNode band : bands) {
            Limits limits = Limits.of(band);
            double value = band.number(key) * factor;
            for (Sex sex : Sex.values()) {
                int high = limits.ages().high();
                int last = high >= OLDEST ? AGES - 1 : high;
                for (int age = limits.ages().low(); age <= last; age++) {
                    int named = Math.min(age, OLDEST);
                    if (limits.fit(sex, named) && all.fit(sex, named)) {
                        curve.values[sex.ordinal()][age] = value;
                    }
                }
            }
        }
        return curve.finish();
    }

    /**
     * The bands, going over into each other.
     *
     * @param all for whom there can be a value at all
     */
    static AgeCurve smooth(List<YamlNode> bands, String key, Limits all) {
        AgeCurve steps = steps(bands, key, 1, all);
        AgeCurve curve = new AgeCurve();
        for (int sex = 0; sex < curve.values.length; sex++) {
            smooth(steps.values[sex], curve.values[sex]);
        }
        return curve.finish();
    }

    /**
     * Draws lines across the edges of bands, as far to both sides as half of the shorter band, so
     * that the mean of two bands stays. Where nobody has the condition, nobody has it.
     */
    private static void smooth(double[] steps, double[] to) {
        System.arraycopy(steps, 0, to, 0, AGES);
        int start = 0;
        for (int edge = end(steps, 0); edge < AGES; ) {
            int end = end(steps, edge);
            double width = Math.min(edge - start, end - edge) / 2.0;
            double before = steps[start];
            double after = steps[edge];
            double from = before == 0 ? edge : edge - width;
            double until = after == 0 ? edge : edge + width;
            for (int age = (int) Math.ceil(from); age <= until; age++) {
                double part = (age - from) / (until - from);
                to[age] = before * (1 - part) + after * part;
            }
            start = edge;
            edge = end;
        }
    }

    /** The first age after a band. */
    private static int end(double[] steps, int start) {
        int end = start;
        while (end < AGES && steps[end] == steps[start]) {
            end++;
        }
        return end;
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
