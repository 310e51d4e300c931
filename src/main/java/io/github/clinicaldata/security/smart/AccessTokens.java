package io.github.clinicaldata.security.smart;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.github.clinicaldata.security.key.ApiKey;
import io.github.clinicaldata.security.key.Scope;
import io.github.clinicaldata.security.key.SecretHash;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Makes tokens and recognizes them; they are signed by the server and kept nowhere. */
final class AccessTokens {
    private static final JOSEObjectType TYPE = new JOSEObjectType("at+jwt");
    private static final JWSHeader HEADER =
            new JWSHeader.Builder(JWSAlgorithm.HS256).type(TYPE).build();

    /** Every JSON Web Token begins so. */
    private static final String BEGIN = "eyJ";

    private static final int LONGEST = 4096;

    /** Tokens stand for keys, and have no secret that could be compared with. */
    private static final SecretHash NONE = SecretHash.of(UUID.randomUUID().toString());

    private final byte[] secret;
    private final String issuer;
    private final SmartClients clients;

    /**
     * Tokens of a server.
     *
     * @param secret 32 bytes or more
     */
    AccessTokens(byte[] secret, String issuer, SmartClients clients) {
        this.secret = secret.clone();
        this.issuer = issuer;
        this.clients = clients;
    }

    /** A token for a client. */
    String issue(SmartClient client, String scope, Instant now, Duration lifetime) {
        JWTClaimsSet claims =
                new JWTClaimsSet.Builder()
                        .issuer(issuer)
                        .subject(client.id())
                        .claim("scope", scope)
                        .issueTime(Date.from(now))
                        .expirationTime(Date.from(now.plus(lifetime)))
                        .jwtID(UUID.randomUUID().toString())
                        .build();
        SignedJWT token = new SignedJWT(HEADER, claims);
        try {
            token.sign(new MACSigner(secret));
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
        return token.serialize();
    }

    /** What a token stands for, if it opens anything now; else null. Does not block. */
    @Nullable ApiKey recognize(String text, Instant now) {
        if (!text.startsWith(BEGIN) || text.length() > LONGEST) {
            return null;
        }
        try {
            SignedJWT token = SignedJWT.parse(text);
            boolean ours =
                    token.getHeader().getAlgorithm().equals(JWSAlgorithm.HS256)
                            && TYPE.equals(token.getHeader().getType())
                            && token.verify(new MACVerifier(secret));
            return ours ? key(token.getJWTClaimsSet(), now) : null;
        } catch (ParseException | JOSEException | IllegalArgumentException e) {
            return null;
        }
    }

    private @Nullable ApiKey key(JWTClaimsSet claims, Instant now) {
        Date expires = claims.getExpirationTime();
        String subject = claims.getSubject();
        SmartClient client = subject == null ? null : clients.find(subject);
        if (client == null
                || expires == null
                || !now.isBefore(expires.toInstant())
                || !issuer.equals(claims.getIssuer())) {
            return null;
        }
        return key(client, expires.toInstant());
    }

    /** A client as a key: its quota and its name in the audit log are those of all its tokens. */
    static ApiKey key(SmartClient client, Instant expires) {
        return new ApiKey(
                client.id(),
                client.name(),
                Set.of(Scope.STREAM),
                client.created(),
                expires,
                null,
                NONE);
    }
}
