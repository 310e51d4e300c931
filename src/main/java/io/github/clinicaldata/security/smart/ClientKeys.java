package io.github.clinicaldata.security.smart;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import io.github.clinicaldata.plan.FieldProblem;
import io.github.clinicaldata.plan.PlanRejected;
import java.security.PublicKey;
import java.text.ParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the public keys of clients: RSA for RS384, P-384 for ES384. */
final class ClientKeys {
    private static final String FIELD = "jwks";
    private static final int SHORTEST_RSA = 2048;
    private static final int MOST = 20;

    private ClientKeys() {}

    /**
     * The keys of a set, as they are kept.
     *
     * @param jwks a JSON Web Key Set
     * @throws PlanRejected with all that is wrong
     */
    static List<Map<String, Object>> checked(@Nullable Map<String, Object> jwks) {
        JWKSet set = parse(jwks);
        List<FieldProblem> problems = new ArrayList<>();
        List<Map<String, Object>> kept = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (int i = 0; i < set.size(); i++) {
            JWK key = set.getKeys().get(i);
            String issue = issue(key);
            if (issue == null && !ids.add(key.getKeyID())) {
                issue = "has the same kid as another";
            }
            if (issue != null) {
                problems.add(new FieldProblem(FIELD + ".keys[" + i + "]", issue));
            }
            kept.add(key.toJSONObject());
        }
        if (!problems.isEmpty()) {
            throw new PlanRejected.InvalidValue(problems);
        }
        return kept;
    }

    private static JWKSet parse(@Nullable Map<String, Object> jwks) {
        JWKSet set;
        try {
            set = jwks == null ? new JWKSet() : JWKSet.parse(jwks);
        } catch (ParseException | IllegalArgumentException e) {
            throw new PlanRejected.InvalidValue(FIELD, "is no JSON Web Key Set");
        }
        if (set.isEmpty() || set.size() > MOST) {
            throw new PlanRejected.InvalidValue(
                    FIELD,
                    "must be a JSON Web Key Set of 1 to "
                            + MOST
                            + " public keys, {\"keys\": [...]}");
        }
        return set;
    }

    private static @Nullable String issue(JWK key) {
        if (key.isPrivate()) {
            return "is not public; keep the private part to yourself and make a new key, since it"
                    + " has been sent";
        }
        if (key.getKeyID() == null || key.getKeyID().isBlank()) {
            return "has no kid";
        }
        if (key instanceof RSAKey rsa) {
            return rsa.size() < SHORTEST_RSA
                    ? "must have " + SHORTEST_RSA + " bits or more, not " + rsa.size()
                    : null;
        }
        if (key instanceof ECKey curve && curve.getCurve().equals(Curve.P_384)) {
            return null;
        }
        return "must be of RSA, for RS384, or of the curve P-384, for ES384";
    }

    /** The key of a client with an id, or null. */
    static @Nullable PublicKey find(SmartClient client, @Nullable String id) {
        for (Map<String, Object> kept : client.keys()) {
            try {
                JWK key = JWK.parse(kept);
                if (key.getKeyID() != null && key.getKeyID().equals(id)) {
                    return key instanceof RSAKey rsa
                            ? rsa.toPublicKey()
                            : key.toECKey().toPublicKey();
                }
            } catch (ParseException | JOSEException e) {
                throw new IllegalStateException(
                        "The client " + client.id() + " has a key that can't be read", e);
            }
        }
        return null;
    }
}
