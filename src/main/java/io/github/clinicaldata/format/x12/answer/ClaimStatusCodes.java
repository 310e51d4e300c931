package io.github.clinicaldata.format.x12.answer;

import io.github.clinicaldata.format.x12.validate.Finding;
import java.util.Map;

/** The codes by which 277CA says why a claim is rejected: a category, and what is wrong. */
final class ClaimStatusCodes {
    /** Data is missing or wrong so that the claim can't be processed. */
    private static final String ANY = "122";

    private static final Map<String, String> STATUSES =
            Map.ofEntries(
                    Map.entry("charge-unbalanced", "400"),
                    Map.entry("charge-negative", "178"),
                    Map.entry("diagnosis-missing", "254"),
                    Map.entry("diagnosis-wrong", "255"),
                    Map.entry("diagnosis-twice", "255"),
                    Map.entry("pointer-wrong", "477"),
                    Map.entry("procedure-wrong", "454"),
                    Map.entry("revenue-wrong", "455"),
                    Map.entry("units-negative", "476"),
                    Map.entry("original-missing", "464"),
                    Map.entry("admission-missing", "189"),
                    Map.entry("discharge-before-admission", "190"),
                    Map.entry("admitting-missing", "232"),
                    Map.entry("service-in-future", "187"),
                    Map.entry("service-before-birth", "187"),
                    Map.entry("service-outside-statement", "187"));

    private ClaimStatusCodes() {}

    /** A composite of category and status. */
    static String of(Finding finding) {
        String code = finding.code();
        String category = code.endsWith("-missing") ? "A6" : "A7";
        if (code.endsWith("-unbalanced") || code.endsWith("-outside-statement")) {
            category = "A8";
        }
        String status = STATUSES.get(code);
        return status == null ? "A3:" + ANY : category + ":" + status;
    }
}
