package io.github.clinicaldata.security;

import io.github.clinicaldata.config.GeneratorConfig;
import io.github.clinicaldata.security.key.ApiKeys;
import io.github.clinicaldata.security.smart.SmartClients;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Reads the keys when the server starts and goes on to look for changes. */
@ApplicationScoped
public class SecurityStart {
    private static final Logger LOG = Logger.getLogger(SecurityStart.class);

    private final AccessPolicy policy;
    private final ApiKeys keys;
    private final SmartClients clients;
    private final GeneratorConfig config;
    private @Nullable ScheduledFuture<?> refresh;

    SecurityStart(AccessPolicy policy, ApiKeys keys, SmartClients clients, GeneratorConfig config) {
        this.policy = policy;
        this.keys = keys;
        this.clients = clients;
        this.config = config;
    }

    void start(@Observes StartupEvent event) {
        clients.refresh();
        if (!policy.keysAsked()) {
            if (!policy.openHosts().isEmpty()) {
                LOG.warnf(
                        "Everybody who can connect to %s may use the server, because"
                                + " CLINICAL_SECURITY_ALLOW_OPEN=true",
                        String.join(" and ", policy.openHosts()));
            }
            return;
        }
        if (!keys.anyGood()) {
            LOG.warnf(
                    "No key opens anything yet. Make one by: keys create --name NAME --scopes"
                            + " stream (the keys are in %s)",
                    config.security().keyFile());
        }
        long millis = config.security().keyRefresh().toMillis();
        refresh =
                Infrastructure.getDefaultWorkerPool()
                        .scheduleWithFixedDelay(
                                this::refresh, millis, millis, TimeUnit.MILLISECONDS);
    }

    private void refresh() {
        keys.refresh();
        clients.refresh();
    }

    @PreDestroy
    void stop() {
        if (refresh != null) {
            refresh.cancel(false);
        }
    }
}
