package io.github.clinicaldata.fhirapi;

import io.github.clinicaldata.plan.GenerationPlan;
import io.github.clinicaldata.record.Population;
import io.github.clinicaldata.stream.Chunk;
import io.github.clinicaldata.stream.StreamClient;
import io.smallrye.mutiny.Multi;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a request is answered with.
 *
 * @param status of HTTP
 * @param mediaType of the body; empty when there is none
 * @param headers beside the media type
 * @param body in one piece; empty when there is none or it comes in chunks
 * @param made what was made of a population for it; {@link Made#NOTHING} where the body counts what
 *     it makes while it is sent
 * @param stream a body that is made while it is sent, or null
 */
public record Answer(
        int status,
        String mediaType,
        Map<String, String> headers,
        byte[] body,
        Made made,
        @Nullable Stream stream) {

    /**
     * What counts against the quota of the client, once.
     *
     * @param population whose resources they are, or null
     * @param resources how many
     */
    public record Made(@Nullable Population population, int resources) {
        /** Nothing that counts. */
        public static final Made NOTHING = new Made(null, 0);
    }

    /** A body that is made while it is sent; takes one of the client's streams. */
    public interface Stream {
        /** What is generated, or null when there is no one plan for it. */
        @Nullable GenerationPlan<?> plan();

        /** The chunks for a client, to be subscribed to once. */
        Multi<Chunk> open(StreamClient client);
    }

    /** A body in one piece. */
    public static Answer of(int status, String mediaType, byte[] body) {
        return new Answer(status, mediaType, Map.of(), body, Made.NOTHING, null);
    }

    /** A body that is made while it is sent. */
    public static Answer of(String mediaType, Map<String, String> headers, Stream stream) {
        return of(200, mediaType, headers, stream);
    }

    /** A body that is made while it is sent, with a status. */
    public static Answer of(
            int status, String mediaType, Map<String, String> headers, Stream stream) {
        return new Answer(status, mediaType, headers, new byte[0], Made.NOTHING, stream);
    }

    /** The same with other headers. */
    public Answer with(Map<String, String> others) {
        return new Answer(status, mediaType, others, body, made, stream);
    }

    /** The same, which holds so many resources of a population. */
    public Answer holding(Population population, int resources) {
        return new Answer(
                status, mediaType, headers, body, new Made(population, resources), stream);
    }
}
