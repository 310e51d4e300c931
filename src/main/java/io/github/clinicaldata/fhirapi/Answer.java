package io.github.clinicaldata.fhirapi;

import io.github.clinicaldata.stream.Chunk;
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
 * @param chunks of a body that is made while it is sent, or null
 */
public record Answer(
        int status,
        String mediaType,
        Map<String, String> headers,
        byte[] body,
        @Nullable Multi<Chunk> chunks) {

    /** A body in one piece. */
    public static Answer of(int status, String mediaType, byte[] body) {
        return new Answer(status, mediaType, Map.of(), body, null);
    }

    /** A body that is made while it is sent. */
    public static Answer of(String mediaType, Map<String, String> headers, Multi<Chunk> chunks) {
        return new Answer(200, mediaType, headers, new byte[0], chunks);
    }

    /** The same with other headers. */
    public Answer with(Map<String, String> others) {
        return new Answer(status, mediaType, others, body, chunks);
    }
}
