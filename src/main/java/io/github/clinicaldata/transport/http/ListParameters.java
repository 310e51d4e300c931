package io.github.clinicaldata.transport.http;

import io.github.clinicaldata.plan.FieldProblem;
import io.github.clinicaldata.plan.NearestName;
import io.github.clinicaldata.plan.Parameters;
import io.github.clinicaldata.plan.PlanRejected;
import io.github.clinicaldata.work.ListPosition;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads what selects a page of a list, strictly. */
public final class ListParameters {
    /** The largest page. */
    public static final int MOST = 1000;

    private static final int DEFAULT = 100;
    private static final int SHOWN = 60;

    private final Map<String, List<String>> given;

    /**
     * Parameters of a list.
     *
     * @param known the names of those that it takes
     * @throws PlanRejected when one is not known, or was given more than once
     */
    public ListParameters(Map<String, List<String>> given, List<String> known) {
        this.given = given;
        given.forEach((name, values) -> check(name, values, known));
    }

    private static void check(String name, List<String> values, List<String> known) {
        if (!known.contains(name)) {
            throw new PlanRejected.InvalidValue(
                    name, "is not known here; " + NearestName.hint(name, known));
        }
        if (values.size() > 1) {
            throw new PlanRejected.InvalidValue(
                    name, "was given " + values.size() + " times; once is allowed");
        }
    }

    private @Nullable String value(String name) {
        List<String> values = given.getOrDefault(name, List.of());
        return values.isEmpty() ? null : values.get(0);
    }

    /**
     * One of some words, or null when none was given.
     *
     * @throws PlanRejected when it is another
     */
    public @Nullable String choice(String name, Collection<String> allowed) {
        String value = value(name);
        if (value != null && !allowed.contains(value)) {
            throw refused(name, value, "must be one of " + String.join(", ", allowed));
        }
        return value;
    }

    /**
     * Where the page before ended, or null for the first page.
     *
     * @throws PlanRejected when the cursor is none
     */
    public @Nullable ListPosition cursor() {
        String cursor = value("cursor");
        if (cursor == null) {
            return null;
        }
        return ListPosition.parse(cursor)
                .orElseThrow(
                        () -> refused("cursor", cursor, "must be a next_cursor of a page before"));
    }

    /**
     * How much the page may hold.
     *
     * @throws PlanRejected when it is no number from 1 to {@value #MOST}
     */
    public int limit() {
        String value = value("limit");
        if (value == null) {
            return DEFAULT;
        }
        String allowed = "a whole number from 1 to " + MOST;
        try {
            long limit = Parameters.parseLong(value);
            if (limit >= 1 && limit <= MOST) {
                return (int) limit;
            }
        } catch (NumberFormatException e) {
            throw new PlanRejected.Unreadable(
                    List.of(new FieldProblem("limit", quoted(value) + " is not " + allowed)));
        }
        throw refused("limit", value, "must be " + allowed);
    }

    private static PlanRejected refused(String name, String value, String issue) {
        return new PlanRejected.InvalidValue(name, quoted(value) + " " + issue);
    }

    private static String quoted(String value) {
        return '"' + (value.length() > SHOWN ? value.substring(0, SHOWN) + "…" : value) + '"';
    }
}
