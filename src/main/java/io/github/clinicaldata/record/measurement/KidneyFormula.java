package io.github.clinicaldata.record.measurement;

import io.github.clinicaldata.record.person.Sex;

/**
 * The filtration rate of the kidneys by creatinine. Source: CKD-EPI 2021, Inker et al., New England
 * Journal of Medicine 385, 2021. Powers are looked up: creatinine has two decimals.
 */
final class KidneyFormula implements Formula {
    private static final int MOST_CREATININE = 1600;
    private static final int OLDEST = 130;
    private static final double[][] BY_CREATININE = new double[Sex.values().length][];
    private static final double[] BY_AGE = new double[OLDEST + 1];

    static {
        BY_CREATININE[Sex.FEMALE.ordinal()] = factors(0.7, -0.241, 1.012);
        BY_CREATININE[Sex.MALE.ordinal()] = factors(0.9, -0.302, 1);
        for (int age = 0; age <= OLDEST; age++) {
            BY_AGE[age] = StrictMath.pow(0.9938, age);
        }
    }

    private final int creatinine;

    KidneyFormula(int creatinine) {
        this.creatinine = creatinine;
    }

    private static double[] factors(double k, double alpha, double factor) {
        double[] factors = new double[MOST_CREATININE + 1];
        for (int i = 1; i <= MOST_CREATININE; i++) {
            double ratio = i / 100.0 / k;
            factors[i] =
                    142
                            * StrictMath.pow(Math.min(ratio, 1), alpha)
                            * StrictMath.pow(Math.max(ratio, 1), -1.2)
                            * factor;
        }
        return factors;
    }

    @Override
    public double of(Patient patient, Specimen values) {
        int hundredths = (int) Math.min(MOST_CREATININE, values.get(creatinine));
        int age = Math.min(OLDEST, patient.months / 12);
        return BY_CREATININE[patient.sex.ordinal()][hundredths] * BY_AGE[age];
    }
}
