package io.github.clinicaldata.format.x12.validate;

/** Rules of 270 and 271: each patient is asked about, or answered for. */
final class EligibilityRules implements Rules {
    private final Findings findings;
    private final boolean response;
    private boolean open;
    private boolean hasTrace;
    private boolean says;
    private boolean childFollows;
    private long position;
    private String loop = "";

    EligibilityRules(Findings findings, boolean response) {
        this.findings = findings;
        this.response = response;
    }

    @Override
    public void segment(Segment segment) {
        switch (segment.tag()) {
            case "HL" -> {
                end();
                open = segment.text(3).equals("22") || segment.text(3).equals("23");
                childFollows = segment.text(4).equals("1");
                hasTrace = false;
                says = false;
                position = segment.position();
                loop = segment.loop();
            }
            case "TRN" -> hasTrace = true;
            case "EQ", "AAA" -> says = true;
            case "EB" -> {
                says = true;
                benefit(segment);
            }
            default -> {}
        }
    }

    private void benefit(Segment segment) {
        String kind = segment.text(1);
        boolean money = kind.equals("B") || kind.equals("C") || kind.equals("G");
        if (money && segment.text(7).isEmpty()) {
            findings.add(segment, 7, "benefit-amount-missing", "This benefit has an amount");
        }
        if (kind.equals("A") && segment.text(8).isEmpty()) {
            findings.add(segment, 8, "benefit-share-missing", "A coinsurance has a share");
        } else if (Amounts.cents(segment.text(8)) > 100) {
            findings.add(segment, 8, "benefit-share-wrong", "A share is not above 1");
        }
    }

    @Override
    public void end() {
        if (!open || childFollows) {
            return;
        }
        if (!hasTrace && response) {
            findings.add(position, "TRN", 0, 0, loop, "trace-missing", "The answer has no trace");
        }
        if (!says) {
            findings.add(
                    position,
                    response ? "EB" : "EQ",
                    0,
                    0,
                    loop,
                    response ? "answer-missing" : "question-missing",
                    response
                            ? "The patient has neither benefits nor a rejection"
                            : "Nothing is asked about the patient");
        }
        open = false;
    }
}
