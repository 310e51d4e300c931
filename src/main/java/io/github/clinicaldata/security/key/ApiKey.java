package io.github.clinicaldata.security.key;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A key as the store holds it: all but the secret.
 *
 * @param id names it in logs and to be revoked
 * @param name who has it, for people
 * @param scopes what it is good for
 * @param created when, in UTC
 * @param expires from when on it is good for nothing; null for never
 * @param revoked when it was; null when it was not
 * @param secret the hash of its secret
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ApiKey(
        String id,
        String name,
        Set<Scope> scopes,
        Instant created,
        @Nullable Instant expires,
        @Nullable Instant revoked,
        SecretHash secret) {

    /** Whether it opens anything at a time. */
    @JsonIgnore
    public boolean isGood(Instant now) {
        return revoked == null && (expires == null || now.isBefore(expires));
    }

    /** The same key, revoked; a key that was revoked before keeps its time. */
    ApiKey revokedAt(Instant when) {
        return new ApiKey(
                id, name, scopes, created, expires, revoked == null ? when : revoked, secret);
    }
}
