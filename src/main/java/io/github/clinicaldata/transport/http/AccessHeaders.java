package io.github.clinicaldata.transport.http;

import io.github.clinicaldata.security.AccessRefused;
import io.github.clinicaldata.security.limit.QuotaState;
import io.vertx.core.http.HttpServerResponse;

/** Says in headers what a client has left, and how it gets in. */
public final class AccessHeaders {
    private static final String CHALLENGE = "Bearer realm=\"clinical-data-generator\"";

    private AccessHeaders() {}

    /** What is left of a quota. */
    static void put(HttpServerResponse response, QuotaState state) {
        if (!state.policy().isEmpty()) {
            response.putHeader("RateLimit-Policy", state.policy());
            response.putHeader("RateLimit", state.left());
        }
    }

    /** How to get in after all. */
    public static void put(HttpServerResponse response, AccessRefused refused) {
        if (refused instanceof AccessRefused.TooMuch tooMuch) {
            put(response, tooMuch.state());
            response.putHeader("Retry-After", String.valueOf(tooMuch.retryAfterSeconds()));
        } else if (refused instanceof AccessRefused.Unauthenticated) {
            response.putHeader("WWW-Authenticate", CHALLENGE);
        } else {
            response.putHeader("WWW-Authenticate", CHALLENGE + ", error=\"insufficient_scope\"");
        }
    }
}
