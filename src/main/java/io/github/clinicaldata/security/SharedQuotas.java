package io.github.clinicaldata.security;

import io.github.clinicaldata.config.GeneratorConfig;
import io.github.clinicaldata.security.limit.RedisLedger;
import io.github.clinicaldata.security.limit.SharedLedger;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Vertx;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Shares the quotas of several servers through Redis, where the settings name one. */
@Singleton
final class SharedQuotas {
    private static final List<String> SCHEMES = List.of("redis", "rediss");

    private final @Nullable RedisLedger ledger;

    SharedQuotas(GeneratorConfig config, AccessPolicy policy, Vertx vertx, MeterRegistry registry) {
        Optional<String> url = config.security().quota().redisUrl();
        url.ifPresent(SharedQuotas::check);
        ledger =
                url.isPresent() && policy.quotasHold()
                        ? new RedisLedger(vertx, url.get(), registry)
                        : null;
    }

    /** Stops the start; the address may hold a password, so it is not repeated. */
    private static void check(String url) {
        try {
            URI parsed = new URI(url);
            if (SCHEMES.contains(String.valueOf(parsed.getScheme())) && parsed.getHost() != null) {
                return;
            }
        } catch (URISyntaxException e) {
            // said below
        }
        throw new IllegalStateException(
                "CLINICAL_SECURITY_QUOTA_REDIS_URL must be an address such as redis://host:6379/0,"
                        + " redis://:password@host:6379/0 or, with TLS, rediss://host:6379");
    }

    /** What all servers know, or null when this one is alone. */
    @Nullable SharedLedger ledger() {
        return ledger;
    }

    @PreDestroy
    void close() {
        if (ledger != null) {
            ledger.close();
        }
    }
}
