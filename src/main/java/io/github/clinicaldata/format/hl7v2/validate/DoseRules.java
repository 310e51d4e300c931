package io.github.clinicaldata.format.hl7v2.validate;

/** Rules of RXA and RXR: doses that were given, refused, or told as history. */
final class DoseRules {
    private static final String NONE_GIVEN = "998";
    private static final String UNKNOWN = "999";

    private final DoseObservationRules observations = new DoseObservationRules();

    /**
     * Looks at one order.
     *
     * @param order from its ORC on
     */
    void check(MessageText order, MessageText message, Findings findings) {
        SegmentText rxa = order.first("RXA");
        String completion = rxa.get(20);
        boolean given = completion.equals("CP") || completion.equals("PA");
        boolean own = given && rxa.get(9).equals("00");
        counters(rxa, findings);
        times(rxa, message, findings);
        vaccine(rxa, given, findings);
        amount(rxa, given, findings);
        if (!Tables.COMPLETIONS.contains(completion)) {
            findings.error(
                    rxa, 20, "completion-wrong", "The completion is none of CP, RE, NA and PA");
        }
        if (rxa.has(21) && !Tables.ACTIONS.contains(rxa.get(21))) {
            findings.error(rxa, 21, "action-wrong", "The action is none of A, D and U");
        }
        source(rxa, given, findings);
        refusal(rxa, completion, findings);
        if (own) {
            product(rxa, findings);
        }
        route(order, own, given, findings);
        observations.check(order, own, given, findings);
    }

    private static void counters(SegmentText rxa, Findings findings) {
        if (rxa.has(1) && !rxa.get(1).equals("0")) {
            findings.error(rxa, 1, "sub-id-wrong", "The guide wants 0 here");
        }
        if (rxa.has(2) && !rxa.get(2).equals("1")) {
            findings.error(rxa, 2, "administration-counter-wrong", "The guide wants 1 here");
        }
    }

    private static void times(SegmentText rxa, MessageText message, Findings findings) {
        if (rxa.get(3).length() >= 8 && Times.day(rxa.get(3)).isEmpty()) {
            findings.error(rxa, 3, 1, "value-wrong", "There is no such day");
        }
        if (Times.isDayAfter(rxa.get(3), message.first("MSH").get(7))) {
            findings.error(rxa, 3, "dose-in-future", "The dose is after the message");
        }
        if (Times.isDayAfter(message.first("PID").get(7), rxa.get(3))) {
            findings.error(rxa, 3, "dose-before-birth", "The dose is before the birth");
        }
    }

    private static void vaccine(SegmentText rxa, boolean given, Findings findings) {
        String code = rxa.get(5, 1);
        if (!rxa.get(5, 3).equals("CVX")) {
            findings.error(rxa, 5, 3, "vaccine-system-wrong", "The vaccine is no code of CVX");
        } else if (!Tables.CVX.contains(code)) {
            findings.error(rxa, 5, 1, "vaccine-unknown", "CVX has no such code");
        } else if (code.equals(NONE_GIVEN) && given) {
            findings.error(rxa, 5, 1, "vaccine-not-given", "998 says that nothing was given");
        }
        String ndc = rxa.get(5, 4);
        if (rxa.get(5, 6).equals("NDC") && !isNdc(ndc)) {
            findings.error(rxa, 5, 4, "ndc-wrong", "An NDC has 5, 4 and 2 digits with hyphens");
        }
    }

    private static boolean isNdc(String text) {
        return text.length() == 13
                && text.charAt(5) == '-'
                && text.charAt(10) == '-'
                && Times.isDigits(text, 0, 5)
                && Times.isDigits(text, 6, 10)
                && Times.isDigits(text, 11, 13);
    }

    private static void amount(SegmentText rxa, boolean given, Findings findings) {
        boolean known = !rxa.get(6).equals(UNKNOWN);
        if (known && !given) {
            findings.error(rxa, 6, "amount-unexpected", "Of what was not given the amount is 999");
        }
        if (known && rxa.has(6) && !rxa.has(7)) {
            findings.error(rxa, 7, "unit-missing", "An amount that is known has a unit");
        }
        if (rxa.has(7) && !rxa.get(7, 3).equals("UCUM")) {
            findings.error(rxa, 7, 3, "unit-system-wrong", "The unit is not of UCUM");
        }
    }

    private static void source(SegmentText rxa, boolean given, Findings findings) {
        if (given && !rxa.has(9)) {
            findings.error(rxa, 9, "source-missing", "Where the knowledge comes from is missing");
        } else if (rxa.has(9) && !Tables.SOURCES.contains(rxa.get(9))) {
            findings.error(rxa, 9, 1, "source-unknown", "NIP001 has no such code");
        }
    }

    private static void refusal(SegmentText rxa, String completion, Findings findings) {
        boolean refused = completion.equals("RE");
        if (refused && !rxa.has(18)) {
            findings.error(rxa, 18, "refusal-reason-missing", "A refusal has a reason");
        } else if (refused && !Tables.REFUSALS.contains(rxa.get(18))) {
            findings.error(rxa, 18, 1, "refusal-reason-unknown", "NIP002 has no such code");
        } else if (!refused && rxa.has(18)) {
            findings.error(
                    rxa, 18, "refusal-reason-unexpected", "Only a refusal has a reason for it");
        }
    }

    /** What the guide wants of a dose that the sender gave. */
    private static void product(SegmentText rxa, Findings findings) {
        if (!rxa.has(15)) {
            findings.error(rxa, 15, "lot-missing", "A dose of the sender's own has a lot");
        }
        if (!rxa.has(16)) {
            findings.warning(rxa, 16, "expiration-missing", "The lot's last day is missing");
        } else if (Times.isDayAfter(rxa.get(3), rxa.get(16))) {
            findings.warning(rxa, 16, "lot-expired", "The dose is after the lot's last day");
        }
        if (!rxa.has(17)) {
            findings.error(
                    rxa, 17, "manufacturer-missing", "A dose of the sender's own has a maker");
        } else if (!rxa.get(17, 3).equals("MVX") || !Tables.MVX.contains(rxa.get(17))) {
            findings.error(rxa, 17, 1, "manufacturer-unknown", "MVX has no such code");
        }
        if (rxa.get(11, 4).isEmpty()) {
            findings.warning(rxa, 11, "place-missing", "Where the dose was given is missing");
        }
    }

    private static void route(MessageText order, boolean own, boolean given, Findings findings) {
        SegmentText rxr = order.first("RXR");
        if (rxr.tag().isEmpty()) {
            if (own) {
                findings.warning(
                        order.first("RXA"), 0, "route-missing", "The route (RXR) is missing");
            }
            return;
        }
        if (!given) {
            findings.error(rxr, 1, "route-unexpected", "What was not given has no route");
        }
        if (rxr.has(1) && !Tables.ROUTES.contains(rxr.get(1))) {
            findings.error(rxr, 1, 1, "route-unknown", "The route is not one of the guide");
        }
        if (rxr.has(2) && !Tables.SITES.contains(rxr.get(2))) {
            findings.error(rxr, 2, 1, "site-unknown", "The site is not of table 0163");
        }
    }
}
