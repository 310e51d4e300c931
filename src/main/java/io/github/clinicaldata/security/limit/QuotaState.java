package io.github.clinicaldata.security.limit;

/**
 * What a client may have and has left, as the fields of draft-ietf-httpapi-ratelimit-headers
 * (structured fields, RFC 9651) say it.
 *
 * @param policy the value of {@code RateLimit-Policy}; empty without bounds
 * @param left the value of {@code RateLimit}; empty without bounds
 */
public record QuotaState(String policy, String left) {
    /** Without bounds. */
    public static final QuotaState UNBOUNDED = new QuotaState("", "");
}
