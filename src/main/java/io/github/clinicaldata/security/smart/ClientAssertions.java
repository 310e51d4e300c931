package io.github.clinicaldata.security.smart;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.crypto.factories.DefaultJWSVerifierFactory;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.github.clinicaldata.database.Database;
import io.github.clinicaldata.security.smart.TokenRefused.Reason;
import java.security.PublicKey;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Holds that a signed assertion (RFC 7523, {@code private_key_jwt}) was made by a client, for this
 * server, just now, and was not used before.
 */
final class ClientAssertions {
    /** The algorithms of SMART. */
    static final Set<JWSAlgorithm> ALGORITHMS = Set.of(JWSAlgorithm.RS384, JWSAlgorithm.ES384);

    /** How far in the future an assertion may expire. */
    static final Duration LONGEST = Duration.ofMinutes(5);

    /** Clocks differ by so much. */
    private static final Duration SKEW = Duration.ofSeconds(10);

    /** After this an assertion that was taken just now has expired by all clocks. */
    private static final Duration KEEP = LONGEST.plus(SKEW).plus(SKEW);

    private static final int LONGEST_ID = 255;

    private final SmartClients clients;
    private final String audience;
    private final DefaultJWSVerifierFactory verifiers = new DefaultJWSVerifierFactory();
    private final UsedAssertions used;

    /**
     * Assertions for a server.
     *
     * @param audience whom they have to name
     * @param shared the database that this server has in common with others; null when it is alone
     */
    ClientAssertions(SmartClients clients, String audience, @Nullable Database shared) {
        this.clients = clients;
        this.audience = audience;
        used = new UsedAssertions(KEEP, shared);
    }

    /**
     * The client that made an assertion.
     *
     * @throws TokenRefused when it proves nothing
     * @throws io.github.clinicaldata.database.DatabaseUnavailableException when nobody knows
     *     whether it was used before
     */
    SmartClient verify(String assertion, Instant now) {
        SignedJWT token;
        JWTClaimsSet claims;
        try {
            token = SignedJWT.parse(assertion);
            claims = token.getJWTClaimsSet();
        } catch (ParseException | IllegalArgumentException e) {
            throw refused("The assertion is no signed JSON Web Token");
        }
        if (!ALGORITHMS.contains(token.getHeader().getAlgorithm())) {
            throw refused("The assertion must be signed with RS384 or ES384");
        }
        SmartClient client = signer(token, claims);
        check(claims, now);
        if (!used.use(client.id(), claims.getJWTID(), now, now.plus(KEEP))) {
            throw refused("An assertion with this jti was used before; sign a new one");
        }
        return client;
    }

    /** Unknown clients, keys and signatures are not told apart. */
    private SmartClient signer(SignedJWT token, JWTClaimsSet claims) {
        String id = claims.getIssuer();
        SmartClient client =
                id == null || !id.equals(claims.getSubject()) ? null : clients.find(id);
        PublicKey key =
                client == null ? null : ClientKeys.find(client, token.getHeader().getKeyID());
        if (client == null || key == null || !isSigned(token, key)) {
            throw refused(
                    "The assertion is not signed by a client that is registered here: iss and sub"
                            + " must be its id, and kid one of its keys");
        }
        return client;
    }

    private boolean isSigned(SignedJWT token, PublicKey key) {
        try {
            return token.verify(verifiers.createJWSVerifier(token.getHeader(), key));
        } catch (JOSEException | IllegalStateException e) {
            // an algorithm that is not that of the key
            return false;
        }
    }

    private void check(JWTClaimsSet claims, Instant now) {
        if (!claims.getAudience().equals(List.of(audience))) {
            throw refused("aud must be " + audience);
        }
        Instant expires = instant(claims.getExpirationTime());
        if (expires == null || !expires.isAfter(now.minus(SKEW))) {
            throw refused("exp is missing or past");
        }
        if (expires.isAfter(now.plus(LONGEST).plus(SKEW))) {
            throw refused("exp must be at most " + LONGEST.toMinutes() + " minutes ahead");
        }
        Instant from = instant(claims.getNotBeforeTime());
        if (from != null && from.isAfter(now.plus(SKEW))) {
            throw refused("nbf is still ahead");
        }
        String id = claims.getJWTID();
        if (id == null || id.isEmpty() || id.length() > LONGEST_ID) {
            throw refused("jti must have 1 to " + LONGEST_ID + " characters");
        }
    }

    private static @Nullable Instant instant(java.util.@Nullable Date date) {
        return date == null ? null : date.toInstant();
    }

    private static TokenRefused refused(String message) {
        return new TokenRefused(Reason.INVALID_CLIENT, message);
    }
}
