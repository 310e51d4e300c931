package io.github.clinicaldata.transport.http;

import io.github.clinicaldata.plan.Parameters;
import io.github.clinicaldata.security.audit.AuditOutcome;
import io.github.clinicaldata.security.audit.table.AuditQuery;
import io.github.clinicaldata.work.ListPosition;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads which requests of the audit log are to be listed. */
final class AuditQueries {
    private static final int DEFAULT = 100;
    private static final int MOST = 1000;
    private static final List<String> OUTCOMES =
            Arrays.stream(AuditOutcome.values()).map(AuditOutcome::label).toList();

    private AuditQueries() {}

    /**
     * The query of some parameters.
     *
     * @throws io.github.clinicaldata.plan.PlanRejected when one is wrong
     */
    static AuditQuery read(Map<String, List<String>> parameters) {
        Parameters reader = new Parameters(parameters);
        Instant from = time(reader, "from");
        Instant until = time(reader, "until");
        if (from != null && until != null && !from.isBefore(until)) {
            reader.problem("until", until + " must be after from, which is " + from);
        }
        AuditQuery query =
                new AuditQuery(
                        from,
                        until,
                        reader.text("key"),
                        reader.text("request_id"),
                        reader.text("address"),
                        reader.text("endpoint"),
                        reader.text("status"),
                        reader.choice("outcome", OUTCOMES).map(AuditQueries::outcome).orElse(null),
                        cursor(reader),
                        (int) reader.wholeNumber("limit", DEFAULT, 1, MOST));
        reader.refuseProblems();
        return query;
    }

    private static AuditOutcome outcome(String label) {
        return AuditOutcome.values()[OUTCOMES.indexOf(label)];
    }

    private static @Nullable Instant time(Parameters reader, String name) {
        String value = reader.text(name);
        if (value == null) {
            return null;
        }
        try {
            return OffsetDateTime.parse(value).toInstant();
        } catch (DateTimeParseException e) {
            reader.unreadable(name, value, "a moment such as 2026-01-31T08:00:00Z");
            return null;
        }
    }

    private static @Nullable ListPosition cursor(Parameters reader) {
        String value = reader.text("cursor");
        if (value == null) {
            return null;
        }
        ListPosition position = ListPosition.parse(value).orElse(null);
        if (position == null) {
            reader.problem(
                    "cursor", Parameters.quoted(value) + " must be a next_cursor of a page before");
        }
        return position;
    }
}
