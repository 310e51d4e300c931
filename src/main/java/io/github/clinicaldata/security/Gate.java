package io.github.clinicaldata.security;

import io.github.clinicaldata.security.key.ApiKey;
import io.github.clinicaldata.security.key.ApiKeys;
import io.github.clinicaldata.security.key.Scope;
import io.github.clinicaldata.security.limit.QuotaState;
import io.github.clinicaldata.security.smart.SmartTokens;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/** Decides who gets in: the key, what it is good for, and how much it has had. */
@Singleton
public final class Gate {
    private final AccessPolicy policy;
    private final ApiKeys keys;
    private final SmartTokens tokens;
    private final Limits limits;

    Gate(AccessPolicy policy, ApiKeys keys, SmartTokens tokens, Limits limits) {
        this.policy = policy;
        this.keys = keys;
        this.tokens = tokens;
        this.limits = limits;
    }

    /** Whether all but public paths ask for a key. */
    public boolean asksForKeys() {
        return policy.keysAsked();
    }

    /**
     * Says who asks.
     *
     * @param given the key or token as the client gives it; null when it gives none
     * @param address of the client
     * @throws AccessRefused.Unauthenticated when a key is asked for and no good one is given
     * @throws AccessRefused.TooMuch when the address has tried too often
     */
    public Caller identify(@Nullable String given, String address) {
        Caller nobody = new Caller(null, address);
        if (!policy.keysAsked()) {
            return nobody;
        }
        ApiKey key = given == null ? null : keys.recognize(given);
        if (given != null && key == null) {
            key = tokens.recognize(given);
        }
        if (key != null) {
            return new Caller(key, address);
        }
        limits.request(nobody);
        throw new AccessRefused.Unauthenticated(
                given == null
                        ? "A key is needed: send it as \"Authorization: Bearer <key>\" or as"
                                + " \"X-API-Key: <key>\""
                        : "The key or token is mistyped, unknown, expired or revoked");
    }

    /**
     * Lets a caller in to what needs a scope, or to what any key opens, and counts its request.
     *
     * @return what it has left
     * @throws AccessRefused.Forbidden when its key has not the scope
     * @throws AccessRefused.TooMuch when it has had too much
     */
    public QuotaState admit(Caller caller, @Nullable Scope scope) {
        QuotaState left = limits.request(caller);
        if (scope != null) {
            require(caller, scope);
        }
        return left;
    }

    /** Holds that a caller may use what needs a scope. */
    static void require(Caller caller, Scope scope) {
        if (!caller.may(scope)) {
            throw new AccessRefused.Forbidden(
                    "This needs a key with the scope \"%s\"".formatted(scope.label()));
        }
    }
}
