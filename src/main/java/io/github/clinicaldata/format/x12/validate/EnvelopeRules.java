package io.github.clinicaldata.format.x12.validate;

import java.util.HashSet;
import java.util.Set;

/** Rules of envelopes beside those of StAEDI: control numbers that differ, guides that agree. */
final class EnvelopeRules {
    /** Control numbers that are remembered; in larger files later repeats are not found. */
    private static final int MOST_REMEMBERED = 100_000;

    private final Findings findings;
    private final Set<String> interchanges = new HashSet<>();
    private final Set<String> groups = new HashSet<>();
    private final Set<String> transactions = new HashSet<>();
    private String functional = "";
    private String guide = "";
    private long day = Dates.NONE;

    EnvelopeRules(Findings findings) {
        this.findings = findings;
    }

    /** The day of the group that is open, or {@link Dates#NONE}. */
    long day() {
        return day;
    }

    /** The guide that the group which is open names. */
    String guide() {
        return guide;
    }

    /** Looks at a segment of an envelope. */
    void segment(Segment segment) {
        switch (segment.tag()) {
            case "ISA" -> {
                unique(interchanges, segment, 13);
                groups.clear();
            }
            case "GS" -> {
                unique(groups, segment, 6);
                transactions.clear();
                functional = segment.text(1);
                guide = segment.text(8);
                day = Dates.day(segment.text(4));
            }
            case "ST" -> {
                unique(transactions, segment, 2);
                transaction(segment);
            }
            default -> {}
        }
    }

    private void unique(Set<String> seen, Segment segment, int element) {
        if (seen.size() < MOST_REMEMBERED && !seen.add(segment.text(element))) {
            findings.add(
                    segment,
                    element,
                    "control-number-twice",
                    "The control number " + segment.text(element) + " was there before");
        }
    }

    private void transaction(Segment segment) {
        if (!Guide.isKnown(guide)) {
            findings.add(
                    segment,
                    0,
                    "guide-unknown",
                    "The guide " + guide + " of GS08 is not known here");
            return;
        }
        Guide known = Guide.of(guide, segment.text(1));
        if (known == null) {
            findings.add(
                    segment, 1, "set-wrong", "The guide " + guide + " is none of this transaction");
            return;
        }
        String own = segment.text(3);
        if (own.isEmpty() ? known.namedInTransaction() : !own.equals(guide)) {
            findings.add(segment, 3, "guide-mismatch", "GS08 says " + guide);
        }
        if (!known.functional().equals(functional)) {
            findings.add(
                    segment,
                    0,
                    "functional-id-wrong",
                    "GS01 says "
                            + functional
                            + "; it must be "
                            + known.functional()
                            + " for this guide");
        }
    }
}
