package io.github.clinicaldata.record.diagnosticreport;

import io.github.clinicaldata.record.Field;
import io.github.clinicaldata.record.code.Analyte;
import io.github.clinicaldata.record.code.Distribution;
import io.github.clinicaldata.record.code.LoincCode;
import io.github.clinicaldata.record.code.ReferenceRange;
import io.github.clinicaldata.record.code.UnitOfMeasure;
import io.github.clinicaldata.record.measurement.Flag;
import io.github.clinicaldata.record.measurement.Result;
import io.github.clinicaldata.support.Findings;
import io.github.clinicaldata.support.Sweep;
import io.github.clinicaldata.support.World;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What must hold within the results of each of 300,000 reports, some two million results. */
class ReportResultsTest {
    private static final int COUNT = 300_000;
    private static final double ROUNDING = 1e-9;
    private static final Findings FINDINGS = new Findings();
    private static final Map<String, Result> OF_DAY = new TreeMap<>();
    private static String day = "";

    @BeforeAll
    static void readReports() {
        Sweep.over(
                World.DIAGNOSTIC_REPORTS,
                World.POPULATION,
                COUNT,
                report -> {
                    Map<String, Double> values = new TreeMap<>();
                    for (Result result : report.results()) {
                        look(report, result);
                        if (result.value() != Field.DecimalField.ABSENT) {
                            values.put(result.analyte().toString(), number(result, result.value()));
                        }
                    }
                    lookAtSums(report, values);
                    lookAtBlood(report, values);
                });
    }

    private static double number(Result result, long value) {
        return value / Math.pow(10, result.decimals());
    }

    private static void look(DiagnosticReport report, Result result) {
        Analyte analyte = result.analyte();
        FINDINGS.expect(
                "LOINC codes are those of the table",
                LoincCode.standard().find(analyte.loinc().toString()).isPresent(),
                analyte);
        FINDINGS.expect(
                "units are those of the table",
                analyte.unit() == null
                        || UnitOfMeasure.standard().find(analyte.unit().toString()).isPresent(),
                analyte);
        boolean isNumber = result.value() != Field.DecimalField.ABSENT;
        FINDINGS.expect(
                "a result is a number or a text", isNumber == (result.text() == null), report);
        FINDINGS.expect("flags agree with ranges", flagAgrees(result), result);
        Distribution distribution = analyte.distribution();
        if (isNumber && distribution != null && !analyte.toString().equals("anion-gap")) {
            double value = number(result, result.value());
            double slack = 0.5 / Math.pow(10, result.decimals()) + ROUNDING;
            FINDINGS.expect(
                    "values are within the bounds of the file",
                    value >= distribution.min() - slack && value <= distribution.max() + slack,
                    result);
        }
        lookAtDay(report, result);
    }

    private static boolean flagAgrees(Result result) {
        ReferenceRange range = result.range();
        if (result.value() == Field.DecimalField.ABSENT && result.analyte().coded() == null) {
            return result.flag() == Flag.N;
        }
        if (range == null) {
            return result.analyte().coded() == null
                    ? result.flag() == null
                    : result.flag() == Flag.N || result.flag() == Flag.A;
        }
        boolean low = range.low() != ReferenceRange.NONE && result.value() < range.low();
        boolean high = range.high() != ReferenceRange.NONE && result.value() > range.high();
        Analyte analyte = result.analyte();
        boolean veryLow = low && result.value() < analyte.criticalLow();
        boolean veryHigh =
                high
                        && analyte.criticalHigh() != ReferenceRange.NONE
                        && result.value() > analyte.criticalHigh();
        Flag expected =
                veryLow ? Flag.LL : veryHigh ? Flag.HH : low ? Flag.L : high ? Flag.H : Flag.N;
        return result.flag() == expected;
    }

    private static void lookAtDay(DiagnosticReport report, Result result) {
        String now = report.collected().toLocalDate().toString();
        if (!now.equals(day)) {
            day = now;
            OF_DAY.clear();
        }
        Result other = OF_DAY.putIfAbsent(report.member().id() + " " + result.analyte(), result);
        if (other != null) {
            FINDINGS.expect(
                    "an analyte has one value in a member on a day",
                    other.value() == result.value() && other.flag() == result.flag(),
                    report);
        }
    }

    private static void expectSum(
            String rule, DiagnosticReport report, Map<String, Double> values, String... keys) {
        double sum = 0;
        for (int i = 1; i < keys.length; i++) {
            Double value = values.get(keys[i]);
            if (value == null) {
                return;
            }
            sum += value;
        }
        Double total = values.get(keys[0]);
        if (total != null) {
            FINDINGS.expect(rule, Math.abs(total - sum) < 1e-6, report);
        }
    }

    private static void lookAtSums(DiagnosticReport report, Map<String, Double> values) {
        expectSum(
                "Friedewald's formula holds",
                report,
                values,
                "total-cholesterol",
                "ldl-cholesterol",
                "hdl-cholesterol",
                "vldl-cholesterol");
        expectSum(
                "total cholesterol is HDL and the rest",
                report,
                values,
                "total-cholesterol",
                "hdl-cholesterol",
                "non-hdl-cholesterol");
        expectSum(
                "the anion gap is sodium less chloride and carbon dioxide",
                report,
                values,
                "sodium",
                "chloride",
                "carbon-dioxide",
                "anion-gap");
        expectSum(
                "protein is albumin and globulin",
                report,
                values,
                "total-protein",
                "albumin",
                "globulin");
        expectSum(
                "bilirubin is direct and indirect",
                report,
                values,
                "bilirubin-total",
                "bilirubin-direct",
                "bilirubin-indirect");
        Double triglycerides = values.get("triglycerides");
        if (triglycerides != null && report.panel().toString().equals("lipid")) {
            FINDINGS.expect(
                    "LDL is not worked out from 400 of triglycerides on",
                    triglycerides < 400 == values.containsKey("ldl-cholesterol"),
                    report);
        }
    }

    private static void lookAtBlood(DiagnosticReport report, Map<String, Double> values) {
        Double neutrophils = values.get("neutrophils-percent");
        if (neutrophils != null) {
            double sum = neutrophils;
            for (String other :
                    new String[] {"lymphocytes", "monocytes", "eosinophils", "basophils"}) {
                sum += values.getOrDefault(other + "-percent", Double.NaN);
            }
            FINDINGS.expect("white cells are all there", Math.abs(sum - 100) < 1e-6, report);
            double absolute = values.getOrDefault("white-cells", 0.0) * neutrophils / 100;
            FINDINGS.expect(
                    "counts are those of the percentages",
                    Math.abs(values.getOrDefault("neutrophils-absolute", -1.0) - absolute) < 0.06,
                    report);
            double hematocrit =
                    values.getOrDefault("hemoglobin", 0.0) / values.getOrDefault("mchc", 1.0) * 100;
            FINDINGS.expect(
                    "hematocrit is that of hemoglobin",
                    Math.abs(values.getOrDefault("hematocrit", 0.0) - hematocrit) < 0.06,
                    report);
        }
        Double average = values.get("estimated-average-glucose");
        if (average != null) {
            double expected = 28.7 * values.getOrDefault("hemoglobin-a1c", 0.0) - 46.7;
            FINDINGS.expect(
                    "average glucose is that of the A1c",
                    Math.abs(average - expected) <= 0.5 + ROUNDING,
                    report);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "LOINC codes are those of the table",
                "units are those of the table",
                "a result is a number or a text",
                "flags agree with ranges",
                "values are within the bounds of the file",
                "an analyte has one value in a member on a day",
                "Friedewald's formula holds",
                "total cholesterol is HDL and the rest",
                "the anion gap is sodium less chloride and carbon dioxide",
                "protein is albumin and globulin",
                "bilirubin is direct and indirect",
                "LDL is not worked out from 400 of triglycerides on",
                "white cells are all there",
                "counts are those of the percentages",
                "hematocrit is that of hemoglobin",
                "average glucose is that of the A1c"
            })
    void holds(String rule) {
        FINDINGS.assertHolds(rule);
    }
}
