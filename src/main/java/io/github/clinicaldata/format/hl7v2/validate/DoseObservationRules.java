package io.github.clinicaldata.format.hl7v2.validate;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Rules of the OBX of a dose. */
final class DoseObservationRules {
    private static final String ELIGIBILITY = "64994-7";
    private static final String DOCUMENT = "69764-9";
    private static final String VACCINE_TYPE = "30956-7";
    private static final String PUBLISHED = "29768-9";
    private static final String PRESENTED = "29769-7";

    /** What the guide knows, with the types of value that each may have. */
    private static final Map<String, Set<String>> KNOWN =
            Map.ofEntries(
                    Map.entry(ELIGIBILITY, Set.of("CE")),
                    Map.entry("30963-3", Set.of("CE")),
                    Map.entry(DOCUMENT, Set.of("CE")),
                    Map.entry(VACCINE_TYPE, Set.of("CE")),
                    Map.entry(PUBLISHED, Set.of("DT", "TS")),
                    Map.entry(PRESENTED, Set.of("DT", "TS")),
                    Map.entry("30973-2", Set.of("NM")),
                    Map.entry("59782-3", Set.of("NM")),
                    Map.entry("30945-0", Set.of("CE")),
                    Map.entry("31044-1", Set.of("CE")),
                    Map.entry("59784-9", Set.of("CE")),
                    Map.entry("59785-6", Set.of("CE")));

    void check(MessageText order, boolean own, boolean given, Findings findings) {
        List<SegmentText> all = order.all("OBX");
        Map<String, Set<String>> matters = new TreeMap<>();
        boolean eligibility = false;
        for (int i = 0; i < all.size(); i++) {
            SegmentText obx = all.get(i);
            each(obx, i + 1, findings);
            matters.computeIfAbsent(obx.get(4), matter -> new TreeSet<>()).add(obx.get(3));
            eligibility |= obx.get(3).equals(ELIGIBILITY);
            statement(obx, order, findings);
        }
        if (own && !eligibility) {
            findings.error(
                    order.first("RXA"),
                    0,
                    "eligibility-missing",
                    "A dose of the sender's own has an OBX with 64994-7");
        }
        if (!given && eligibility) {
            findings.error(
                    all.get(0), 3, "eligibility-unexpected", "What was not given has no funding");
        }
        for (SegmentText obx : all) {
            Set<String> together = matters.getOrDefault(obx.get(4), Set.of());
            complete(obx, together, findings);
        }
    }

    private static void each(SegmentText obx, int position, Findings findings) {
        if (!obx.get(1).equals(Integer.toString(position))) {
            findings.error(obx, 1, "set-id-wrong", "The OBX of a dose count from 1");
        }
        Set<String> types = KNOWN.get(obx.get(3));
        if (types == null) {
            findings.error(obx, 3, 1, "observation-unknown", "The guide has no such observation");
        } else if (!types.contains(obx.get(2))) {
            findings.error(
                    obx, 2, "value-type-wrong", "The type of value is not that of the observation");
        }
        if (!obx.has(4)) {
            findings.error(obx, 4, "matter-missing", "The number that groups OBX is missing");
        }
        if (!obx.has(5)) {
            findings.error(obx, 5, "value-missing", "The value is missing");
        }
        if (obx.has(11) && !obx.get(11).equals("F")) {
            findings.error(obx, 11, "status-wrong", "The guide wants F here");
        }
        if (!obx.has(14)) {
            findings.error(obx, 14, "observation-date-missing", "The day is missing");
        }
        if (obx.get(3).equals(ELIGIBILITY) && !Tables.ELIGIBILITIES.contains(obx.get(5))) {
            findings.error(obx, 5, 1, "eligibility-unknown", "Table 0064 has no such code");
        }
        if (obx.get(3).equals(VACCINE_TYPE) && !Tables.CVX.contains(obx.get(5))) {
            findings.error(obx, 5, 1, "vaccine-type-unknown", "CVX has no such code");
        }
    }

    private static void statement(SegmentText obx, MessageText order, Findings findings) {
        if (obx.get(3).equals(PUBLISHED)
                && Times.isDayAfter(obx.get(5), order.first("RXA").get(3))) {
            findings.error(
                    obx, 5, "statement-published-later", "The statement is of after the dose");
        }
    }

    /** A statement has a vaccine, an edition and a day on which it was handed out. */
    private static void complete(SegmentText obx, Set<String> together, Findings findings) {
        String code = obx.get(3);
        boolean half =
                code.equals(PUBLISHED) && !together.contains(PRESENTED)
                        || code.equals(PRESENTED)
                                && !together.contains(PUBLISHED)
                                && !together.contains(DOCUMENT);
        if (half) {
            findings.error(
                    obx, 3, "statement-incomplete", "The statement lacks one of its two dates");
        }
        if (code.equals(PUBLISHED)
                && !together.contains(VACCINE_TYPE)
                && !together.contains(DOCUMENT)) {
            findings.error(
                    obx, 3, "statement-vaccine-missing", "Which vaccine it is of is missing");
        }
    }
}
