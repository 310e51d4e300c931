package io.github.clinicaldata.transport.http.feed;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.clinicaldata.plan.FieldProblem;
import io.github.clinicaldata.plan.PlanRejected;
import io.github.clinicaldata.transport.http.JsonBodies;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The body of a change of a feed: its rate, and how records spread in time. What is not said stays
 * as it is; null takes it away.
 *
 * @param rate the rate, or null for as fast as the target takes
 * @param arrival how records spread in time, or null for evenly
 */
record PaceBody(@Nullable String rate, @Nullable String arrival) {
    private static final String RATE = "rate";
    private static final String ARRIVAL = "arrival";

    /**
     * Reads a body.
     *
     * @param rate of the feed as it is
     * @param arrival of the feed as it is
     * @throws PlanRejected when it is no JSON object of such fields
     */
    static PaceBody read(byte[] body, @Nullable String rate, @Nullable String arrival) {
        JsonNode read = JsonBodies.object(body, "{\"rate\": \"200/s\"}");
        String newRate = rate;
        String newArrival = arrival;
        for (Map.Entry<String, JsonNode> field : read.properties()) {
            switch (field.getKey()) {
                case RATE -> newRate = text(field);
                case ARRIVAL -> newArrival = text(field);
                default ->
                        throw new PlanRejected.InvalidValue(
                                field.getKey(),
                                "can't be changed; what can is " + RATE + " and " + ARRIVAL);
            }
        }
        if (read.isEmpty()) {
            throw new PlanRejected.InvalidValue(RATE, "is needed, such as 200/s");
        }
        return new PaceBody(newRate, newArrival);
    }

    private static @Nullable String text(Map.Entry<String, JsonNode> field) {
        JsonNode value = field.getValue();
        if (!value.isNull() && !value.isTextual()) {
            throw new PlanRejected.Unreadable(
                    List.of(
                            new FieldProblem(
                                    field.getKey(), JsonBodies.shown(value) + " is not a text")));
        }
        return value.isNull() ? null : value.asText();
    }
}
