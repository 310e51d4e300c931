package io.github.clinicaldata.format.x12.validate;

import java.util.HashSet;
import java.util.Set;

/** Rules of 834: subscribers, relationships, and the dates that a maintenance needs. */
final class EnrollmentRules implements Rules {
    private final Findings findings;
    private String maintenance = "";
    private boolean hasBegin;
    private boolean hasEnd;
    private long position;
    private boolean open;
    private final Set<String> sequences = new HashSet<>();

    EnrollmentRules(Findings findings) {
        this.findings = findings;
    }

    @Override
    public void segment(Segment segment) {
        switch (segment.tag()) {
            case "INS" -> {
                endCoverage();
                if (segment.text(1).equals("Y") != segment.text(2).equals("18")) {
                    findings.add(
                            segment,
                            2,
                            "relationship-wrong",
                            "The subscriber, and no other, has the relationship 18");
                }
                if (segment.text(1).equals("Y") && segment.text(8).isEmpty()) {
                    findings.add(
                            segment,
                            8,
                            "employment-missing",
                            "A subscriber has an employment status");
                }
            }
            case "HD" -> {
                endCoverage();
                open = true;
                maintenance = segment.text(1);
                position = segment.position();
                hasBegin = false;
                hasEnd = false;
                sequences.clear();
            }
            case "COB" -> coordination(segment);
            case "DTP" -> {
                if (open) {
                    hasBegin |= segment.text(1).equals("348");
                    hasEnd |= segment.text(1).equals("349");
                }
            }
            default -> {}
        }
    }

    private void coordination(Segment segment) {
        if (!segment.text(1).equals("U") && !sequences.add(segment.text(1))) {
            findings.add(
                    segment,
                    1,
                    "payer-sequence-twice",
                    "Another coverage has the place " + segment.text(1));
        }
    }

    private void endCoverage() {
        if (!open) {
            return;
        }
        open = false;
        boolean ends = maintenance.equals("024");
        if (ends && !hasEnd) {
            findings.add(
                    position,
                    "DTP",
                    0,
                    0,
                    "2300",
                    "end-date-missing",
                    "Coverage ends on a day (349)");
        } else if (maintenance.equals("021") && !hasBegin) {
            findings.add(
                    position,
                    "DTP",
                    0,
                    0,
                    "2300",
                    "begin-date-missing",
                    "Coverage begins on a day (348)");
        }
    }

    @Override
    public void end() {
        endCoverage();
    }
}
