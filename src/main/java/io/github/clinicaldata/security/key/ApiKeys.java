package io.github.clinicaldata.security.key;

import io.github.clinicaldata.plan.FieldProblem;
import io.github.clinicaldata.plan.PlanRejected;
import io.quarkus.runtime.configuration.DurationConverter;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes, lists, revokes and recognizes keys. */
@Singleton
public final class ApiKeys {
    private static final int LONGEST_NAME = 100;
    private static final Duration LONGEST_LIFE = Duration.ofDays(3650);

    /** Compared with when there is no such key, so that both cases take their time. */
    private static final SecretHash NOBODYS = SecretHash.of("nobody's");

    private final KeyStore store;

    ApiKeys(KeyStore store) {
        this.store = store;
    }

    /**
     * A key that was just made.
     *
     * @param key as it is kept
     * @param text the whole key, which can't be shown again
     */
    public record Made(ApiKey key, String text) {
        @Override
        public String toString() {
            return "a new key " + key.id();
        }
    }

    /**
     * Makes a key.
     *
     * @param name who has it, 1 to 100 printable characters
     * @param scopes labels of scopes, at least one
     * @param expiresIn after how long it opens nothing more, such as {@code 90d}, {@code 12h} or
     *     {@code P90D}; null for never
     * @throws PlanRejected with all that is wrong, by field
     */
    public Made create(@Nullable String name, List<String> scopes, @Nullable String expiresIn) {
        List<FieldProblem> problems = new ArrayList<>();
        String checkedName = checked(name, problems);
        Set<Scope> checkedScopes = checked(scopes, problems);
        Duration lifetime = lifetime(expiresIn, problems);
        if (!problems.isEmpty()) {
            throw new PlanRejected.InvalidValue(problems);
        }
        Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        KeyToken token = KeyToken.random();
        ApiKey key =
                new ApiKey(
                        token.id(),
                        checkedName,
                        checkedScopes,
                        now,
                        lifetime == null ? null : now.plus(lifetime),
                        null,
                        SecretHash.of(token.secret()));
        store.add(key);
        return new Made(key, token.text());
    }

    private static String checked(@Nullable String name, List<FieldProblem> problems) {
        if (name == null || name.isBlank()) {
            problems.add(new FieldProblem("name", "is missing; it says who has the key"));
            return "";
        }
        if (name.length() > LONGEST_NAME || name.chars().anyMatch(Character::isISOControl)) {
            problems.add(
                    new FieldProblem(
                            "name", "must be 1 to " + LONGEST_NAME + " printable characters"));
        }
        return name.strip();
    }

    private static Set<Scope> checked(List<String> labels, List<FieldProblem> problems) {
        Set<Scope> scopes = EnumSet.noneOf(Scope.class);
        String allowed = String.join(", ", Scope.labels());
        for (String label : labels) {
            Scope.of(label)
                    .ifPresentOrElse(
                            scopes::add,
                            () ->
                                    problems.add(
                                            new FieldProblem(
                                                    "scopes",
                                                    "\"%s\" is not known; known are %s"
                                                            .formatted(label, allowed))));
        }
        if (labels.isEmpty()) {
            problems.add(new FieldProblem("scopes", "is missing; known are " + allowed));
        }
        return scopes;
    }

    private static @Nullable Duration lifetime(
            @Nullable String expiresIn, List<FieldProblem> problems) {
        if (expiresIn == null) {
            return null;
        }
        try {
            Duration lifetime = DurationConverter.parseDuration(expiresIn);
            if (lifetime.compareTo(Duration.ofSeconds(1)) >= 0
                    && lifetime.compareTo(LONGEST_LIFE) <= 0) {
                return lifetime;
            }
        } catch (IllegalArgumentException e) {
            // told below
        }
        problems.add(
                new FieldProblem(
                        "expires_in",
                        "\"%s\" must be a time from 1 s to 3650 days, such as 90d or 12h"
                                .formatted(expiresIn)));
        return null;
    }

    /** All keys, revoked and expired ones too. */
    public List<ApiKey> all() {
        return store.all();
    }

    /**
     * Revokes a key.
     *
     * @throws PlanRejected.NotFound when there is none with the id
     */
    public ApiKey revoke(String id) {
        ApiKey revoked = store.revoke(id, Instant.now().truncatedTo(ChronoUnit.SECONDS));
        if (revoked == null) {
            throw new PlanRejected.NotFound("id", "There is no key with the id \"" + id + "\"");
        }
        return revoked;
    }

    /** The key that a client gives, if it opens anything now; else null. Does not block. */
    public @Nullable ApiKey recognize(String text) {
        KeyToken token = KeyToken.parse(text);
        if (token == null) {
            return null;
        }
        ApiKey key = store.find(token.id());
        SecretHash expected = key == null ? NOBODYS : key.secret();
        boolean matches = expected.matches(token.secret());
        return key != null && matches && key.isGood(Instant.now()) ? key : null;
    }

    /** Whether any key opens anything now. */
    public boolean anyGood() {
        Instant now = Instant.now();
        return store.all().stream().anyMatch(key -> key.isGood(now));
    }

    /** Looks whether another process has changed the keys. */
    public void refresh() {
        store.refresh();
    }
}
