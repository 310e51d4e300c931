package io.github.clinicaldata.transport.http;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.HostAndPort;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** The names by which clients may call the server, in the header {@code Host}. */
final class AllowedHosts {
    private static final String ANY = "*";
    private static final int MISDIRECTED = 421;

    private final boolean any;
    private final Set<String> names;

    AllowedHosts(List<String> names) {
        any = names.contains(ANY);
        this.names =
                names.stream()
                        .map(name -> name.toLowerCase(Locale.ROOT))
                        .collect(Collectors.toUnmodifiableSet());
    }

    /** Whether a request calls the server by such a name. */
    boolean allow(HttpServerRequest request) {
        return any || names.contains(name(request));
    }

    private static String name(HttpServerRequest request) {
        HostAndPort authority = request.authority();
        return authority == null ? "" : authority.host().toLowerCase(Locale.ROOT);
    }

    /** Why a request is refused. */
    HttpProblem problem(HttpServerRequest request) {
        return new HttpProblem(
                MISDIRECTED,
                "MISDIRECTED",
                "The server is not to be called \"" + name(request) + "\"",
                List.of());
    }
}
