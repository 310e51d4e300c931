package io.github.clinicaldata.record.code;

import java.util.List;
import java.util.Locale;

/**
 * The formulas by which results follow from others; see the header of {@code codes/analytes.yaml}
 * for each.
 */
public enum Derivation {
    /** Friedewald the other way round. */
    TOTAL_CHOLESTEROL("ldl-cholesterol", "hdl-cholesterol", "triglycerides"),
    /** All cholesterol but that in HDL. */
    NON_HDL("total-cholesterol", "hdl-cholesterol"),
    /** A fifth of the triglycerides. */
    VLDL("triglycerides"),
    /** Total by HDL. */
    CHOLESTEROL_HDL_RATIO("total-cholesterol", "hdl-cholesterol"),
    /** CKD-EPI 2021. */
    EGFR_CKD_EPI_2021("creatinine"),
    /** Urea nitrogen by creatinine. */
    BUN_CREATININE_RATIO("urea-nitrogen", "creatinine"),
    /** What sodium, carbon dioxide and the drawn gap leave. */
    CHLORIDE("sodium", "carbon-dioxide", "anion-gap"),
    /** Albumin and globulin. */
    TOTAL_PROTEIN("albumin", "globulin"),
    /** Albumin by globulin. */
    ALBUMIN_GLOBULIN_RATIO("albumin", "globulin"),
    /** Total less direct. */
    INDIRECT_BILIRUBIN("bilirubin-total", "bilirubin-direct"),
    /** ADAG study. */
    ESTIMATED_AVERAGE_GLUCOSE("hemoglobin-a1c"),
    /** Hemoglobin by its concentration in cells. */
    HEMATOCRIT("hemoglobin", "mchc"),
    /** Hematocrit by the volume of a cell. */
    RED_CELLS("hematocrit", "mcv"),
    /** Hemoglobin of a cell. */
    MCH("mcv", "mchc"),
    /** What the other white cells leave. */
    NEUTROPHILS_PERCENT(
            "lymphocytes-percent", "monocytes-percent", "eosinophils-percent", "basophils-percent"),
    /** White cells by the share of a kind, which the analyte names. */
    ABSOLUTE_COUNT("white-cells"),
    /** Iron by its binding capacity. */
    IRON_SATURATION("iron", "iron-binding-capacity"),
    /** The ratio by the creatinine of the same urine. */
    URINE_ALBUMIN("urine-albumin-creatinine-ratio", "urine-creatinine"),
    /** Twelve seconds for an INR of one. */
    PROTHROMBIN_TIME("inr"),
    /** Henderson and Hasselbalch. */
    BICARBONATE("arterial-pco2", "arterial-ph"),
    /** Van Slyke, shortened. */
    BASE_EXCESS("arterial-bicarbonate", "arterial-ph"),
    /** The share of what Hankinson's formula predicts. */
    FEV1("fev1-percent-predicted", "body-height"),
    /** FEV1 by its share of the vital capacity. */
    FVC("fev1", "fev1-fvc-ratio"),
    /** Body mass index by height squared. */
    WEIGHT_FROM_BMI("body-mass-index", "body-height"),
    /** Where the index stands among people of the age and sex. */
    BMI_PERCENTILE("body-mass-index", "body-weight");

    private final List<String> inputs;

    Derivation(String... inputs) {
        this.inputs = List.of(inputs);
    }

    /** The keys of the analytes that it needs, of the same specimen and day. */
    public List<String> inputs() {
        return inputs;
    }

    /** The formula of a name in data files. */
    static Derivation of(String name) {
        return valueOf(name.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
