package io.github.clinicaldata.format.hl7v2.validate;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rules of ORU^R01: reports, their results and specimens. */
final class ResultRules implements Rules {
    private static final String LOINC = "LN";

    @Override
    public void check(MessageText message, Findings findings) {
        SegmentText header = message.first("MSH");
        for (MessageText report : message.parts("OBR")) {
            SegmentText obr = report.first("OBR");
            request(obr, findings);
            order(message, obr, findings);
            List<SegmentText> results = report.all("OBX");
            for (int i = 0; i < results.size(); i++) {
                SegmentText obx = results.get(i);
                if (!obx.get(1).equals(Integer.toString(i + 1))) {
                    findings.error(obx, 1, "set-id-wrong", "The OBX of a report count from 1");
                }
                result(obx, obr, findings);
                if (Times.isAfter(obx.get(14), header.get(7))) {
                    findings.error(obx, 14, "result-in-future", "The result is after the message");
                }
            }
            SegmentText spm = report.first("SPM");
            if (Times.isAfter(spm.get(17), spm.get(18))) {
                findings.error(
                        spm, 18, "received-before-taken", "The specimen came before it was taken");
            }
        }
    }

    private static void request(SegmentText obr, Findings findings) {
        loinc(obr, 4, findings);
        if (!obr.has(3)) {
            findings.error(obr, 3, "filler-number-missing", "The filler's number is missing");
        }
        if (!obr.has(25)) {
            findings.error(obr, 25, "report-status-missing", "The report has no status");
        } else if (!Tables.REPORT_STATUSES.contains(obr.get(25))) {
            findings.error(obr, 25, "report-status-unknown", "The status is not of table 0123");
        }
        if (!obr.has(7)) {
            findings.error(obr, 7, "observation-date-missing", "When it was observed is missing");
        } else if (Times.isAfter(obr.get(7), obr.get(22))) {
            findings.error(
                    obr, 22, "reported-before-observed", "It was reported before it was observed");
        }
    }

    private static void order(MessageText message, SegmentText obr, Findings findings) {
        SegmentText orc = message.first("ORC");
        if (message.all("OBR").size() == 1 && orc.has(3) && !orc.get(3).equals(obr.get(3))) {
            findings.error(
                    obr, 3, "order-number-mismatch", "ORC-3 and OBR-3 are not the same number");
        }
    }

    private static void loinc(SegmentText segment, int field, Findings findings) {
        if (segment.get(field, 3).equals(LOINC) && !CheckDigits.isLoinc(segment.get(field))) {
            findings.error(
                    segment, field, 1, "loinc-wrong", "The check digit of the code is wrong");
        }
    }

    private static void result(SegmentText obx, SegmentText obr, Findings findings) {
        loinc(obx, 3, findings);
        String status = obx.get(11);
        if (!status.isEmpty() && !Tables.RESULT_STATUSES.contains(status)) {
            findings.error(obx, 11, "status-unknown", "The status is not of table 0085");
        }
        if (obr.get(25).equals("F") && status.equals("P")) {
            findings.error(
                    obx, 11, "status-contradicts", "A report is not final before its results are");
        }
        if (!obx.has(5) && !status.equals("X") && obx.get(5, 2).isEmpty()) {
            findings.error(obx, 5, "value-missing", "The value is missing");
        }
        if (obx.has(5) && !obx.has(2)) {
            findings.error(obx, 2, "value-type-missing", "A value has a type");
        }
        if (obx.get(2).equals("SN") && number(obx.get(5, 2)) == null) {
            findings.error(obx, 5, 2, "value-wrong", "A structured number has a number");
        }
        if (obx.has(6) && obx.get(6, 3).isEmpty()) {
            findings.error(
                    obx, 6, 3, "unit-system-missing", "Which system the unit is of is missing");
        }
        for (String flag : obx.repetitions(8)) {
            if (!Tables.FLAGS.contains(flag)) {
                findings.error(obx, 8, "flag-unknown", "The flag is not of table 0078");
            }
        }
        flag(obx, findings);
    }

    /** A flag says the same as value and range do. */
    private static void flag(SegmentText obx, Findings findings) {
        BigDecimal value = obx.get(2).equals("NM") ? number(obx.get(5)) : null;
        String range = obx.get(7);
        int hyphen = range.indexOf('-', 1);
        if (value == null || hyphen < 0 || !obx.has(8)) {
            return;
        }
        BigDecimal low = number(range.substring(0, hyphen));
        BigDecimal high = number(range.substring(hyphen + 1));
        if (low == null || high == null) {
            return;
        }
        char expected = value.compareTo(low) < 0 ? 'L' : value.compareTo(high) > 0 ? 'H' : 'N';
        char first = obx.get(8).charAt(0);
        if ("LHN".indexOf(first) >= 0 && first != expected) {
            findings.error(obx, 8, "flag-contradicts", "The flag is not what value and range say");
        }
    }

    private static @Nullable BigDecimal number(String text) {
        try {
            return text.isEmpty() ? null : new BigDecimal(text);
        } catch (NumberFormatException e) {
            return null;
        }
    }
}
