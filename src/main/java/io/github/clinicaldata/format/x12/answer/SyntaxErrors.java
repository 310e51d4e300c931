package io.github.clinicaldata.format.x12.answer;

import io.github.clinicaldata.format.x12.validate.Finding;
import java.util.Map;
import java.util.Set;

/** The codes by which 999 says what is wrong. */
final class SyntaxErrors {
    private static final Map<String, String> OF_SEGMENTS =
            Map.ofEntries(
                    Map.entry("unrecognized-segment-id", "1"),
                    Map.entry("unexpected-segment", "2"),
                    Map.entry("mandatory-segment-missing", "3"),
                    Map.entry("loop-occurs-over-maximum-times", "4"),
                    Map.entry("segment-exceeds-maximum-use", "5"),
                    Map.entry("segment-not-in-defined-transaction-set", "6"),
                    Map.entry("segment-not-in-proper-sequence", "7"),
                    Map.entry("segment-has-data-element-errors", "8"),
                    Map.entry("implementation-unused-segment-present", "I4"),
                    Map.entry("implementation-dependent-segment-missing", "I6"),
                    Map.entry("loop-missing", "I7"),
                    Map.entry("implementation-segment-below-minimum-use", "I8"),
                    Map.entry("implementation-dependent-unused-segment-present", "I9"),
                    Map.entry("segment-exclusion-condition-violated", "I9"));

    private static final Map<String, String> OF_ELEMENTS =
            Map.ofEntries(
                    Map.entry("required-data-element-missing", "1"),
                    Map.entry("conditional-required-data-element-missing", "2"),
                    Map.entry("too-many-data-elements", "3"),
                    Map.entry("data-element-too-short", "4"),
                    Map.entry("data-element-too-long", "5"),
                    Map.entry("invalid-character-data", "6"),
                    Map.entry("character-wrong", "6"),
                    Map.entry("invalid-code-value", "7"),
                    Map.entry("invalid-date", "8"),
                    Map.entry("date-wrong", "8"),
                    Map.entry("invalid-time", "9"),
                    Map.entry("exclusion-condition-violated", "10"),
                    Map.entry("too-many-repetitions", "12"),
                    Map.entry("too-many-components", "13"),
                    Map.entry("implementation-invalid-code-value", "I6"),
                    Map.entry("implementation-unused-data-element-present", "I10"),
                    Map.entry("implementation-too-few-repetitions", "I11"),
                    Map.entry("implementation-dependent-unused-data-element-present", "I13"));

    /** Findings of ST and SE, which are told at the end of the answer to a transaction. */
    private static final Map<String, String> OF_TRANSACTIONS =
            Map.ofEntries(
                    Map.entry("set-wrong", "1"),
                    Map.entry("end-missing", "2"),
                    Map.entry("control-reference-mismatch", "3"),
                    Map.entry("control-count-does-not-match-actual-count", "4"),
                    Map.entry("control-number-twice", "23"),
                    Map.entry("guide-unknown", "I6"),
                    Map.entry("guide-mismatch", "I6"),
                    Map.entry("functional-id-wrong", "I6"));

    private static final Set<String> ENDS = Set.of("ST", "SE", "GE", "GS", "IEA", "ISA");

    private SyntaxErrors() {}

    /** Whether a finding is about a whole transaction. */
    static boolean isOfTransaction(Finding finding) {
        return ENDS.contains(finding.tag())
                || finding.code().equals("syntax-wrong")
                || finding.code().equals("segment-too-long");
    }

    /** The code of a finding of a whole transaction, for IK502. */
    static String ofTransaction(Finding finding) {
        return OF_TRANSACTIONS.getOrDefault(finding.code(), "5");
    }

    /** Whether a finding is about a segment, and about none of its elements. */
    static boolean isOfSegment(Finding finding) {
        return finding.element() == 0 || OF_SEGMENTS.containsKey(finding.code());
    }

    /** The code of a finding of a segment, for IK304. */
    static String ofSegment(Finding finding) {
        return OF_SEGMENTS.getOrDefault(
                finding.code(), finding.code().endsWith("-missing") ? "I6" : "I9");
    }

    /** The code of a finding of an element, for IK403. */
    static String ofElement(Finding finding) {
        return OF_ELEMENTS.getOrDefault(
                finding.code(), finding.code().endsWith("-missing") ? "I9" : "I12");
    }
}
