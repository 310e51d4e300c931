package io.github.clinicaldata.security;

import io.github.clinicaldata.config.GeneratorConfig;
import io.github.clinicaldata.config.SecurityConfig;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Whether keys are asked for and quotas hold, by the settings and by where the servers listen.
 *
 * <p>A server that others can connect to and that asks for no keys does not start, unless the
 * settings allow just that.
 */
@Singleton
public final class AccessPolicy {
    private final boolean keysAsked;
    private final boolean quotasHold;
    private final List<String> openHosts;

    @Inject
    AccessPolicy(
            GeneratorConfig config,
            @ConfigProperty(name = "quarkus.http.host") String httpHost,
            @ConfigProperty(name = "quarkus.http.host-enabled", defaultValue = "true")
                    boolean httpEnabled,
            @ConfigProperty(name = "quarkus.grpc.server.host") String grpcHost,
            @ConfigProperty(name = "quarkus.grpc.server.use-separate-server", defaultValue = "true")
                    boolean grpcEnabled) {
        this(
                config.security(),
                Stream.concat(
                                httpEnabled ? Stream.of(httpHost) : Stream.empty(),
                                grpcEnabled ? Stream.of(grpcHost) : Stream.empty())
                        .toList());
    }

    /**
     * The policy of servers that listen on hosts.
     *
     * @throws IllegalStateException when others could connect and nobody has allowed that
     */
    AccessPolicy(SecurityConfig config, List<String> hosts) {
        openHosts = hosts.stream().filter(host -> !isLoopback(host)).distinct().toList();
        boolean reachable = !openHosts.isEmpty();
        keysAsked = isOn(config.enabled(), reachable && !config.allowOpen());
        quotasHold = isOn(config.quota().enabled(), keysAsked || reachable);
        if (reachable && !keysAsked && !config.allowOpen()) {
            throw new IllegalStateException(
                    ("The server would listen on %s, where others can connect, and ask for no keys"
                         + " (CLINICAL_SECURITY_ENABLED=%s). Set CLINICAL_SECURITY_ENABLED=true, or"
                         + " listen on 127.0.0.1 only (QUARKUS_HTTP_HOST,"
                         + " QUARKUS_GRPC_SERVER_HOST), or set CLINICAL_SECURITY_ALLOW_OPEN=true to"
                         + " let everybody in")
                            .formatted(String.join(" and ", openHosts), config.enabled()));
        }
    }

    private static boolean isOn(String setting, boolean automatic) {
        return setting.equals("auto") ? automatic : Boolean.parseBoolean(setting);
    }

    private static boolean isLoopback(String host) {
        try {
            return Arrays.stream(InetAddress.getAllByName(host))
                    .allMatch(InetAddress::isLoopbackAddress);
        } catch (UnknownHostException e) {
            return false;
        }
    }

    /** Whether all but public paths ask for a key. */
    public boolean keysAsked() {
        return keysAsked;
    }

    /** Whether quotas hold. */
    public boolean quotasHold() {
        return quotasHold;
    }

    /** The hosts on which others can connect. */
    public List<String> openHosts() {
        return openHosts;
    }
}
