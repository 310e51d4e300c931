package io.github.clinicaldata.format.hl7v2.validate;

import java.util.ArrayList;
import java.util.List;

/** Collects findings, the first ones only. */
final class Findings {
    private final int most;
    private final List<Finding> first = new ArrayList<>();
    private long message;
    private String controlId = "";
    private long errors;
    private long warnings;

    Findings(int most) {
        this.most = most;
    }

    /** Says which message the next findings are of. */
    void message(long number, String itsControlId) {
        message = number;
        controlId = itsControlId;
    }

    void add(
            Severity severity,
            String segment,
            int occurrence,
            int field,
            int component,
            String code,
            String text) {
        if (severity == Severity.ERROR) {
            errors++;
        } else {
            warnings++;
        }
        if (first.size() < most) {
            first.add(
                    new Finding(
                            message,
                            controlId,
                            segment,
                            occurrence,
                            field,
                            component,
                            severity,
                            code,
                            text));
        }
    }

    /** An error of the whole message. */
    void error(String code, String text) {
        add(Severity.ERROR, "", 0, 0, 0, code, text);
    }

    /** An error in a component of a segment. */
    void error(SegmentText segment, int field, int component, String code, String text) {
        add(Severity.ERROR, segment.tag(), segment.occurrence(), field, component, code, text);
    }

    /** An error in a field of a segment. */
    void error(SegmentText segment, int field, String code, String text) {
        error(segment, field, 0, code, text);
    }

    /** A warning about a field of a segment. */
    void warning(SegmentText segment, int field, String code, String text) {
        add(Severity.WARNING, segment.tag(), segment.occurrence(), field, 0, code, text);
    }

    List<Finding> first() {
        return List.copyOf(first);
    }

    long errors() {
        return errors;
    }

    long warnings() {
        return warnings;
    }
}
