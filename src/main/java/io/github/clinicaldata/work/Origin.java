package io.github.clinicaldata.work;

import org.jspecify.annotations.Nullable;

/**
 * Who asked for a piece of work that goes on after its request.
 *
 * @param requestId the id of the request
 * @param keyId the id of the key, or null
 * @param keyName who has the key, or null
 * @param address of the client
 * @param traceParent the request's span, as the header {@code traceparent} of W3C Trace Context
 *     writes it, or null where nobody traces
 */
public record Origin(
        String requestId,
        @Nullable String keyId,
        @Nullable String keyName,
        String address,
        @Nullable String traceParent) {
    /** Who asked: the key, or the address where there is none. */
    public String client() {
        return keyId == null ? address : keyId;
    }
}
