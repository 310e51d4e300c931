package io.github.clinicaldata.feed.target;

import io.github.clinicaldata.plan.PlanRejected;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Where requests go.
 *
 * @param tls whether the connection has TLS
 * @param host as the address writes it, in brackets where it is of version 6
 * @param port of the server
 * @param path and query
 */
record HttpEndpoint(boolean tls, String host, int port, String path) {
    private static final int LONGEST = 2000;
    private static final int MOST_PORT = 65_535;
    private static final Pattern HEADER_NAME = Pattern.compile("[A-Za-z0-9!#$%&'*+.^_`|~-]{1,100}");
    private static final Pattern HEADER_VALUE = Pattern.compile("[\\t\\x20-\\x7E]{0,4000}");

    /** Headers that the feed or the connection says itself. */
    private static final Set<String> OWN_HEADERS =
            Set.of(
                    "connection",
                    "content-encoding",
                    "content-length",
                    "content-type",
                    "expect",
                    "host",
                    "idempotency-key",
                    "keep-alive",
                    "te",
                    "trailer",
                    "transfer-encoding",
                    "upgrade",
                    "user-agent",
                    "x-feed-id",
                    "x-first-index",
                    "x-record-count",
                    "webhook-id",
                    "webhook-timestamp",
                    "webhook-signature");

    /**
     * Reads an address.
     *
     * @throws PlanRejected.InvalidValue when it is none that a feed can go to
     */
    static HttpEndpoint parse(String url) {
        URI uri;
        try {
            uri = new URI(url);
        } catch (URISyntaxException e) {
            throw refused("is no address: " + e.getReason());
        }
        String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
        if (!scheme.equals("http") && !scheme.equals("https")) {
            throw refused("must begin with http:// or https://");
        }
        if (url.length() > LONGEST) {
            throw refused("must not be longer than " + LONGEST + " characters");
        }
        if (uri.getRawUserInfo() != null || rawAuthorityHasUser(uri)) {
            throw refused(
                    "must have no user or password in it; give them as a header in target.headers");
        }
        if (uri.getRawFragment() != null) {
            throw refused("must have no #fragment");
        }
        if (uri.getHost() == null || uri.getPort() == 0 || uri.getPort() > MOST_PORT) {
            throw refused("must name a host, and where there is a port, one from 1 to 65535");
        }
        boolean tls = scheme.equals("https");
        String path =
                uri.getRawPath() == null || uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        return new HttpEndpoint(
                tls,
                uri.getHost(),
                uri.getPort() < 0 ? tls ? 443 : 80 : uri.getPort(),
                uri.getRawQuery() == null ? path : path + "?" + uri.getRawQuery());
    }

    private static boolean rawAuthorityHasUser(URI uri) {
        return uri.getRawAuthority() != null && uri.getRawAuthority().contains("@");
    }

    private static PlanRejected refused(String issue) {
        return new PlanRejected.InvalidValue("target.url", issue);
    }

    /**
     * Checks a header that a client wants to be sent.
     *
     * @throws PlanRejected.InvalidValue when it can't be; the value is not told
     */
    static void checkHeader(String name, String value) {
        String field = "target.headers." + name;
        if (!HEADER_NAME.matcher(name).matches()) {
            throw new PlanRejected.InvalidValue(field, "is no name of a header");
        }
        if (OWN_HEADERS.contains(name.toLowerCase(Locale.ROOT))) {
            throw new PlanRejected.InvalidValue(field, "is said by the feed itself");
        }
        if (!HEADER_VALUE.matcher(value).matches()) {
            throw new PlanRejected.InvalidValue(
                    field, "must be one line of printable ASCII, of 4000 characters at most");
        }
    }
}
