package io.github.clinicaldata.record.measurement;

import io.github.clinicaldata.record.code.Derivation;
import io.github.clinicaldata.record.person.Sex;

/** The formulas of the header of {@code codes/analytes.yaml}. */
final class Formulas {
    /** From this result of triglycerides on, what is worked out from them is no use. */
    private static final double MANY_TRIGLYCERIDES = 400;

    private Formulas() {}

    /**
     * A formula.
     *
     * @param in the ordinals of what it needs: the inputs of the derivation and what the analyte
     *     names beside
     */
    static Formula of(Derivation derivation, int[] in, Measures measures) {
        Inputs x = new Inputs(in, measures);
        return switch (derivation) {
            case TOTAL_CHOLESTEROL ->
                    (p, v) -> x.of(v, 0) + x.of(v, 1) + Math.floor(x.of(v, 2) / 5 + 0.5);
            case NON_HDL, INDIRECT_BILIRUBIN -> (p, v) -> x.of(v, 0) - x.of(v, 1);
            case VLDL -> (p, v) -> x.of(v, 0) >= MANY_TRIGLYCERIDES ? Double.NaN : x.of(v, 0) / 5;
            case CHOLESTEROL_HDL_RATIO, BUN_CREATININE_RATIO, ALBUMIN_GLOBULIN_RATIO ->
                    (p, v) -> x.of(v, 0) / x.of(v, 1);
            case TOTAL_PROTEIN -> (p, v) -> x.of(v, 0) + x.of(v, 1);
            case ESTIMATED_AVERAGE_GLUCOSE -> (p, v) -> 28.7 * x.of(v, 0) - 46.7;
            case HEMATOCRIT -> (p, v) -> x.of(v, 0) / x.of(v, 1) * 100;
            case RED_CELLS -> (p, v) -> x.of(v, 0) / x.of(v, 1) * 10;
            case MCH -> (p, v) -> x.of(v, 0) * x.of(v, 1) / 100;
            case ABSOLUTE_COUNT -> (p, v) -> x.of(v, 0) * x.of(v, 1) / 100;
            case IRON_SATURATION -> (p, v) -> Math.min(100, x.of(v, 0) / x.of(v, 1) * 100);
            case URINE_ALBUMIN -> (p, v) -> x.of(v, 0) * x.of(v, 1) / 100;
            case PROTHROMBIN_TIME -> (p, v) -> 12.0 * x.of(v, 0);
            case BICARBONATE ->
                    (p, v) -> 0.0307 * x.of(v, 0) * StrictMath.pow(10, x.of(v, 1) - 6.1);
            case BASE_EXCESS -> (p, v) -> 0.93 * (x.of(v, 0) - 24.4 + 14.8 * (x.of(v, 1) - 7.4));
            case FEV1 -> (p, v) -> x.of(v, 0) / 100 * predictedFev1(p, x.of(v, 1));
            case FVC -> (p, v) -> x.of(v, 0) / (x.of(v, 1) / 100);
            case EGFR_CKD_EPI_2021 -> new KidneyFormula(in[0]);
            case CHLORIDE -> new ChlorideFormula(in[0], in[1], in[2]);
            case NEUTROPHILS_PERCENT -> new NeutrophilFormula(in);
            case WEIGHT_FROM_BMI -> new WeightFormula(x, in[0], measures.get(in[0]));
            case BMI_PERCENTILE -> new PercentileFormula(measures.get(in[0]), x);
        };
    }

    /**
     * Liters that healthy people blow in the first second. Source: Hankinson et al., "Spirometric
     * reference values from a sample of the general U.S. population" (NHANES III), 1999.
     *
     * @param height in cm
     */
    private static double predictedFev1(Patient patient, double height) {
        double age = patient.months / 12;
        double squared = height * height;
        if (patient.sex == Sex.MALE) {
            return age < 20
                    ? -0.7453 - 0.04106 * age + 0.004477 * age * age + 0.00014098 * squared
                    : 0.5536 - 0.01303 * age - 0.000172 * age * age + 0.00014098 * squared;
        }
        return age < 18
                ? -0.8710 + 0.06537 * age + 0.00011496 * squared
                : 0.4333 - 0.00361 * age - 0.000194 * age * age + 0.00011496 * squared;
    }

    /** The values that a formula needs, as numbers. */
    static final class Inputs {
        private final int[] ordinals;
        private final double[] powers;

        Inputs(int[] ordinals, Measures measures) {
            this.ordinals = ordinals.clone();
            powers = new double[ordinals.length];
            for (int i = 0; i < powers.length; i++) {
                powers[i] = measures.get(ordinals[i]).power;
            }
        }

        double of(Specimen values, int input) {
            return values.get(ordinals[input]) / powers[input];
        }
    }
}
