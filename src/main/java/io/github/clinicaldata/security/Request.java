package io.github.clinicaldata.security;

import org.jspecify.annotations.Nullable;

/**
 * What a client asks, as the audit log tells it.
 *
 * @param id as in the header {@code X-Request-ID}
 * @param transport http or grpc
 * @param address of the client
 * @param method of HTTP, or null
 * @param path of HTTP, or the method of gRPC
 * @param query of HTTP as it came; null when there is none
 */
public record Request(
        String id,
        String transport,
        String address,
        @Nullable String method,
        String path,
        @Nullable String query) {}
