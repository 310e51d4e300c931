package io.github.clinicaldata.format.x12.validate;

import java.util.ArrayList;
import java.util.List;

/** Collects findings, the first ones only. */
final class Findings {
    private final int most;
    private final List<Finding> first = new ArrayList<>();
    private String transaction = "";
    private Verdict verdict = Verdict.ACCEPTED;
    private long total;

    Findings(int most) {
        this.most = most;
    }

    /** Says which transaction the next findings are of; empty for none. */
    void transaction(String number) {
        transaction = number;
    }

    /** Says that another transaction begins. */
    void beginTransaction() {
        verdict = Verdict.ACCEPTED;
    }

    /** What becomes of the transaction, after what was found in it so far. */
    Verdict verdict() {
        return verdict;
    }

    void add(
            long segment,
            String tag,
            int element,
            int component,
            String loop,
            String code,
            String message) {
        total++;
        if (verdict != Verdict.REJECTED) {
            verdict = StructureCodes.has(code) ? Verdict.REJECTED : Verdict.ERRORS_NOTED;
        }
        if (first.size() < most) {
            first.add(
                    new Finding(
                            segment, tag, element, component, loop, transaction, code, message));
        }
    }

    /** Something is wrong with an element of a segment. */
    void add(Segment segment, int element, int component, String code, String message) {
        add(segment.position(), segment.tag(), element, component, segment.loop(), code, message);
    }

    /** Something is wrong with an element of a segment. */
    void add(Segment segment, int element, String code, String message) {
        add(segment, element, 0, code, message);
    }

    /** Those that are kept so far; grows. */
    List<Finding> kept() {
        return first;
    }

    List<Finding> first() {
        return List.copyOf(first);
    }

    long total() {
        return total;
    }
}
