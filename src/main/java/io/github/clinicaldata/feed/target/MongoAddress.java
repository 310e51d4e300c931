package io.github.clinicaldata.feed.target;

import com.mongodb.ConnectionString;
import com.mongodb.ServerAddress;
import io.github.clinicaldata.plan.PlanRejected;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where a MongoDB is, as a client's connection string says. Of the options of such strings feeds
 * take only those that say what a server is: others lead elsewhere (proxies, metadata services that
 * give out credentials), load classes or weaken what a feed promises.
 *
 * @param servers at least one
 * @param tls whether connections have TLS
 * @param replicaSet the set that each server must be of, or null where any will do
 * @param authSource the database that knows the user
 */
record MongoAddress(
        List<ServerAddress> servers, boolean tls, @Nullable String replicaSet, String authSource) {
    private static final String SCHEME = "mongodb://";
    private static final String SERVICES = "mongodb+srv:";
    private static final String EXAMPLE = "mongodb://db-1:27017,db-2:27017/?replicaSet=rs0";
    private static final String AUTH_SOURCE = "authsource";
    private static final Pattern SWITCH = Pattern.compile("true|false");
    private static final Map<String, Pattern> OPTIONS =
            Map.of(
                    AUTH_SOURCE,
                    MongoTargetKind.DATABASE_NAME,
                    "replicaset",
                    Pattern.compile("[A-Za-z0-9._-]{1,100}"),
                    "ssl",
                    SWITCH,
                    "tls",
                    SWITCH);
    private static final String SPELT = "authSource, replicaSet, ssl, tls";
    private static final String ADMIN = "admin";
    private static final int LONGEST = 2000;

    /** No more members of a replica set can be its primary. */
    private static final int MOST_SERVERS = 7;

    /**
     * Reads a connection string. Looks up no name.
     *
     * @throws PlanRejected.InvalidValue when it is none that a feed can go to; holds nothing of a
     *     string in which a password may be
     */
    static MongoAddress parse(String url) {
        checkForm(url);
        Map<String, String> options = options(url);
        ConnectionString parsed;
        try {
            parsed = new ConnectionString(url);
        } catch (IllegalArgumentException e) {
            // whose message tells what it was given
            throw refused("is no connection string such as " + EXAMPLE);
        }
        if (parsed.getDatabase() != null) {
            throw refused("must name no database; the field database does");
        }
        List<String> hosts = parsed.getHosts();
        if (hosts.size() > MOST_SERVERS) {
            throw refused(
                    "names %d hosts and must name 1 to %d".formatted(hosts.size(), MOST_SERVERS));
        }
        return new MongoAddress(
                hosts.stream().map(ServerAddress::new).toList(),
                Boolean.TRUE.equals(parsed.getSslEnabled()),
                parsed.getRequiredReplicaSetName(),
                // the driver tells it of users only, who are no part of the string here
                options.getOrDefault(AUTH_SOURCE, ADMIN));
    }

    private static void checkForm(String url) {
        if (url.startsWith(SERVICES)) {
            throw refused(
                    "must begin with mongodb:// and name the hosts; those of a service"
                            + " (mongodb+srv) are not looked up");
        }
        if (!url.startsWith(SCHEME)) {
            throw refused("must begin with mongodb://");
        }
        if (url.length() > LONGEST) {
            throw refused("must not be longer than " + LONGEST + " characters");
        }
        if (url.contains("@")) {
            throw refused("must have no user or password in it; username and password are fields");
        }
    }

    /** The options by their names in lower case; the driver passes over what it can't read. */
    private static Map<String, String> options(String url) {
        Map<String, String> options = new TreeMap<>();
        int query = url.indexOf('?');
        if (query < 0 || query == url.length() - 1) {
            return options;
        }
        for (String option : url.substring(query + 1).split("[&;]", -1)) {
            String[] parts = option.split("=", 2);
            String name = parts[0].toLowerCase(Locale.ROOT);
            Pattern values = OPTIONS.get(name);
            if (values == null) {
                throw refused("has the option \"%s\"; feeds take %s".formatted(parts[0], SPELT));
            }
            if (parts.length < 2 || !values.matcher(parts[1]).matches()) {
                throw refused("has no good value of the option " + parts[0]);
            }
            if (options.put(name, parts[1]) != null) {
                throw refused("has the option " + parts[0] + " twice");
            }
        }
        return options;
    }

    private static PlanRejected refused(String issue) {
        return TargetSettings.refused(MongoTargetKind.URL, issue);
    }
}
