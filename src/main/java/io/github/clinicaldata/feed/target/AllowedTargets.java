package io.github.clinicaldata.feed.target;

import io.github.clinicaldata.config.FeedsConfig;
import io.github.clinicaldata.config.GeneratorConfig;
import io.github.clinicaldata.plan.PlanRejected;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Where feeds may go. A name is looked up each time something connects, each of its addresses is
 * checked, and the connection is made to an address that was, so that a name that means something
 * else a moment later leads nowhere.
 */
@Singleton
public final class AllowedTargets {
    private static final String ANY = "*";
    private static final String ANY_BELOW = "*.";
    private static final String SETTING = "clinical.feeds.allowed-addresses";
    private static final Pattern NAME =
            Pattern.compile("(?=.{1,253}$)([A-Za-z0-9_]([A-Za-z0-9_-]{0,62})\\.?)+");
    private static final Pattern PLAIN_IPV4 =
            Pattern.compile("((0|[1-9][0-9]{0,2})\\.){3}(0|[1-9][0-9]{0,2})");

    /** A last label that makes the system's resolver read a name as a number. */
    private static final Pattern NUMERIC =
            Pattern.compile("(.*\\.)?(0[xX][0-9A-Fa-f]*|[0-9]+)\\.?");

    private final List<String> hosts;
    private final AddressRules addresses;
    private final Resolver resolver;

    @Inject
    AllowedTargets(GeneratorConfig config) {
        this(config.feeds(), InetAddress::getAllByName);
    }

    /**
     * Rules by settings.
     *
     * @throws IllegalArgumentException when a setting is wrong, with its name
     */
    AllowedTargets(FeedsConfig config, Resolver resolver) {
        this.resolver = resolver;
        hosts =
                config.allowedHosts().stream()
                        .map(host -> host.strip().toLowerCase(Locale.ROOT))
                        .toList();
        try {
            addresses = new AddressRules(config.allowedAddresses().orElse(List.of()));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(SETTING + ": " + e.getMessage(), e);
        }
    }

    /** Looks up names. */
    @FunctionalInterface
    interface Resolver {
        /** All addresses of a name. */
        InetAddress[] addresses(String host) throws UnknownHostException;
    }

    /** Lets a wrong setting stop the start. */
    void starts(@Observes StartupEvent event) {}

    /**
     * Checks a host that a client names.
     *
     * @param field where it does
     * @throws PlanRejected.InvalidValue when feeds may not go there
     */
    void check(String field, String host) {
        try {
            addresses(host);
        } catch (TargetFailure e) {
            throw new PlanRejected.InvalidValue(field, e.getMessage());
        }
    }

    /**
     * The addresses of a host, at least one and all of them allowed.
     *
     * @throws TargetFailure when feeds may not go there, or nobody knows where it is
     */
    List<InetAddress> addresses(String host) throws TargetFailure {
        String name = unbracketed(host);
        boolean version6 = name.contains(":");
        if (version6 ? name.contains("%") : !isWellFormed(name)) {
            throw TargetFailure.passing(
                    shown(host) + " must be a name or an address in its plain form");
        }
        if (!named(name)) {
            throw TargetFailure.passing(
                    shown(host) + " is not among the hosts that feeds may go to here");
        }
        InetAddress[] found;
        try {
            found = resolver.addresses(name);
        } catch (UnknownHostException e) {
            throw TargetFailure.passing(shown(host) + " is not known: it has no address");
        }
        for (InetAddress address : found) {
            if (!addresses.allow(address)) {
                throw TargetFailure.passing(
                        shown(host)
                                + " leads to "
                                + address.getHostAddress()
                                + ", which is no public address; the setting "
                                + SETTING
                                + " allows others");
            }
        }
        return List.of(found);
    }

    private static String unbracketed(String host) {
        return host.startsWith("[") && host.endsWith("]")
                ? host.substring(1, host.length() - 1)
                : host;
    }

    private static boolean isWellFormed(String name) {
        return NUMERIC.matcher(name).matches()
                ? PLAIN_IPV4.matcher(name).matches()
                : NAME.matcher(name).matches();
    }

    private boolean named(String host) {
        String name = host.toLowerCase(Locale.ROOT);
        for (String allowed : hosts) {
            if (allowed.equals(ANY)
                    || allowed.equals(name)
                    || allowed.startsWith(ANY_BELOW) && name.endsWith(allowed.substring(1))) {
                return true;
            }
        }
        return false;
    }

    private static String shown(String host) {
        return '"' + (host.length() > 60 ? host.substring(0, 60) + "…" : host) + '"';
    }
}
