package io.github.clinicaldata.security.smart;

import io.github.clinicaldata.config.GeneratorConfig;
import io.github.clinicaldata.config.SmartConfig;
import io.github.clinicaldata.database.Database;
import io.github.clinicaldata.security.key.ApiKey;
import io.github.clinicaldata.security.smart.TokenRefused.Reason;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * SMART Backend Services: gives tokens to registered clients that sign for them. They open what the
 * scope {@code stream} of keys opens, and no more.
 */
@Singleton
public final class SmartTokens {
    /** The path at which tokens are given. */
    public static final String PATH = "/auth/token";

    /** The scopes that are offered, by the first and the second version of SMART. */
    public static final List<String> SCOPES = List.of("system/*.read", "system/*.rs");

    private static final String GRANT = "client_credentials";
    private static final String ASSERTION =
            "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";
    private static final int SECRET_LENGTH = 32;

    private final @Nullable String url;
    private final Duration lifetime;
    private final ClientAssertions assertions;
    private final AccessTokens tokens;

    @Inject
    SmartTokens(GeneratorConfig config, SmartClients clients, Database database) {
        this(config.security().smart(), clients, database.isEmbedded() ? null : database);
    }

    SmartTokens(SmartConfig config, SmartClients clients, @Nullable Database shared) {
        url = config.tokenUrl().map(SmartTokens::checked).orElse(null);
        lifetime = config.tokenLifetime();
        String issuer = url == null ? "" : url;
        assertions = new ClientAssertions(clients, issuer, shared);
        tokens =
                new AccessTokens(
                        config.tokenSecret()
                                .map(SmartTokens::secret)
                                .orElseGet(SmartTokens::randomSecret),
                        issuer,
                        clients);
    }

    private static String checked(String url) {
        try {
            URI parsed = URI.create(url);
            if (List.of("http", "https").contains(String.valueOf(parsed.getScheme()))
                    && parsed.getHost() != null
                    && parsed.getRawQuery() == null
                    && parsed.getPath().endsWith(PATH)) {
                return url;
            }
        } catch (IllegalArgumentException e) {
            // told below
        }
        throw new IllegalStateException(
                ("CLINICAL_SECURITY_SMART_TOKEN_URL=%s must be the URL at which clients ask for"
                                + " tokens, such as https://data.example.org%s")
                        .formatted(url, PATH));
    }

    private static byte[] secret(String text) {
        if (text.length() < SECRET_LENGTH) {
            throw new IllegalStateException(
                    "CLINICAL_SECURITY_SMART_TOKEN_SECRET must have "
                            + SECRET_LENGTH
                            + " characters or more");
        }
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] randomSecret() {
        byte[] secret = new byte[SECRET_LENGTH];
        new SecureRandom().nextBytes(secret);
        return secret;
    }

    /** The URL at which clients ask for tokens, if tokens are given. */
    public Optional<String> url() {
        return Optional.ofNullable(url);
    }

    /**
     * A token that was just made.
     *
     * @param text the token
     * @param key whom it is for
     * @param scope what was granted, with blanks between
     * @param seconds how long it is good
     */
    public record Granted(String text, ApiKey key, String scope, long seconds) {
        @Override
        public String toString() {
            return "a token of " + key.id();
        }
    }

    /**
     * Gives a token.
     *
     * @param form the parameters of the request, with all values of each
     * @throws TokenRefused when it is not to be had so
     */
    public Granted grant(Map<String, List<String>> form) {
        String grant = one(form, "grant_type");
        if (!grant.equals(GRANT)) {
            throw new TokenRefused(Reason.UNSUPPORTED_GRANT_TYPE, "grant_type must be " + GRANT);
        }
        String scope = scope(one(form, "scope"));
        if (!one(form, "client_assertion_type").equals(ASSERTION)) {
            throw new TokenRefused(
                    Reason.INVALID_REQUEST, "client_assertion_type must be " + ASSERTION);
        }
        Instant now = Instant.now();
        SmartClient client = assertions.verify(one(form, "client_assertion"), now);
        return new Granted(
                tokens.issue(client, scope, now, lifetime),
                AccessTokens.key(client, now.plus(lifetime)),
                scope,
                lifetime.toSeconds());
    }

    private static String one(Map<String, List<String>> form, String name) {
        List<String> values = form.getOrDefault(name, List.of());
        if (values.size() != 1 || values.get(0).isBlank()) {
            throw new TokenRefused(
                    Reason.INVALID_REQUEST,
                    name + (values.size() > 1 ? " was given several times" : " is missing"));
        }
        return values.get(0);
    }

    /** What of the scopes is offered; a client may ask for more and gets these. */
    private static String scope(String asked) {
        Set<String> granted = new LinkedHashSet<>();
        for (String scope : asked.strip().split(" +")) {
            if (SCOPES.contains(scope)) {
                granted.add(scope);
            }
        }
        if (granted.isEmpty()) {
            throw new TokenRefused(
                    Reason.INVALID_SCOPE, "scope must hold " + String.join(" or ", SCOPES));
        }
        return String.join(" ", granted);
    }

    /** What a token stands for, if it opens anything now; else null. Does not block. */
    public @Nullable ApiKey recognize(String text) {
        return url == null ? null : tokens.recognize(text, Instant.now());
    }
}
