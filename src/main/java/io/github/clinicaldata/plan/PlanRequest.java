package io.github.clinicaldata.plan;

import io.github.clinicaldata.format.RecordFormat;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A request as a transport understood it, before it is checked.
 *
 * @param kind the name of the kind
 * @param shape how much may be asked for
 * @param parameters the values of each parameter, in the order given
 * @param acceptedMediaTypes what the client accepts, best first; empty for anything
 * @param defaultFormat the format where the client does not care
 * @param carried which formats the transport can carry
 * @param lastEventId the id of the last event that the client saw, or null
 */
public record PlanRequest(
        String kind,
        Shape shape,
        Map<String, List<String>> parameters,
        List<String> acceptedMediaTypes,
        String defaultFormat,
        Predicate<RecordFormat> carried,
        @Nullable String lastEventId) {

    /** How much may be asked for. */
    public enum Shape {
        /** Any number of records, at any pace, whole or in shards. */
        STREAM,
        /** A page of bounded size. */
        PAGE,
        /** Records that are looked at and not written. */
        PROFILE
    }
}
