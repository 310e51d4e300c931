package io.github.clinicaldata.plan;

import io.github.clinicaldata.record.Population;
import java.util.List;

/**
 * Where a client broke off.
 *
 * @param field how the client said so
 * @param index the index of the last record that it has
 * @param sent how many records it has had, as far as the event's id says
 */
public record ResumePoint(String field, long index, long sent) {
    private static final String EVENT_FIELD = "Last-Event-ID";

    /** What the ids of a population's events begin with. */
    public static String eventIdPrefix(Population population) {
        return population.fingerprint() + "-";
    }

    /**
     * The point of an event id: the population's fingerprint, the index, and in filtered streams
     * the number of records sent.
     *
     * @throws PlanRejected when it is no event of this population
     */
    static ResumePoint ofEvent(String eventId, Population population) {
        String prefix = eventIdPrefix(population);
        if (!eventId.startsWith(prefix)) {
            throw new PlanRejected.InvalidValue(
                    EVENT_FIELD,
                    Parameters.quoted(eventId)
                            + " is no event of this population, whose events begin with "
                            + prefix);
        }
        String[] numbers = eventId.substring(prefix.length()).split("-", 2);
        long sent = numbers.length > 1 ? number(EVENT_FIELD, numbers[1]) : 0;
        return new ResumePoint(EVENT_FIELD, number(EVENT_FIELD, numbers[0]), sent);
    }

    /**
     * The point of the parameter {@code resume_after}.
     *
     * @throws PlanRejected when it is no number
     */
    static ResumePoint ofIndex(String index) {
        return new ResumePoint("resume_after", number("resume_after", index), 0);
    }

    private static long number(String field, String value) {
        try {
            long number = Parameters.parseLong(value);
            if (number >= 0) {
                return number;
            }
        } catch (NumberFormatException e) {
            // said below
        }
        String issue = Parameters.quoted(value) + " is not an index";
        throw new PlanRejected.Unreadable(List.of(new FieldProblem(field, issue)));
    }

    /**
     * The rest of a sequence after this point.
     *
     * @throws PlanRejected when the point is not of the sequence
     */
    IndexSequence in(IndexSequence indexes) {
        if (!indexes.contains(index)) {
            throw new PlanRejected.InvalidValue(
                    field,
                    "%d is no index of the stream that is to be resumed, which has those from %s"
                            .formatted(index, indexes.range().replace("-", " to ")));
        }
        return indexes.resumedAfter(index);
    }
}
