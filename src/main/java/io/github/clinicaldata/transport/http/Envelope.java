package io.github.clinicaldata.transport.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.clinicaldata.plan.FieldProblem;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What every JSON answer is wrapped in.
 *
 * @param success whether {@code data} or {@code error} is there
 * @param data the answer
 * @param error what went wrong
 * @param meta about the answer
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Envelope(boolean success, @Nullable Object data, @Nullable Problem error, Meta meta) {

    /**
     * What went wrong.
     *
     * @param code a word that stays the same
     * @param message for people
     * @param details by field
     */
    public record Problem(String code, String message, List<FieldProblem> details) {}

    /**
     * About the answer.
     *
     * @param version of the product
     * @param requestId of the request, as in the header {@code X-Request-ID}
     */
    public record Meta(String version, @JsonProperty("request_id") String requestId) {}

    /** A good answer. */
    public static Envelope of(Object data, Meta meta) {
        return new Envelope(true, data, null, meta);
    }

    /** A bad one. */
    public static Envelope of(Problem problem, Meta meta) {
        return new Envelope(false, null, problem, meta);
    }
}
