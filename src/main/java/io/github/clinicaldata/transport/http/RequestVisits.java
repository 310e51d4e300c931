package io.github.clinicaldata.transport.http;

import io.github.clinicaldata.config.GeneratorConfig;
import io.github.clinicaldata.security.AccessRefused;
import io.github.clinicaldata.security.Caller;
import io.github.clinicaldata.security.Gate;
import io.github.clinicaldata.security.Request;
import io.github.clinicaldata.security.Visit;
import io.github.clinicaldata.security.Visits;
import io.github.clinicaldata.security.audit.AuditOutcome;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.net.SocketAddress;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Lets requests in before anything else looks at them but CORS: who asks, may they, have they had
 * too much; and tells of them when they end.
 */
@ApplicationScoped
public class RequestVisits {
    /** Behind the CORS filter of Quarkus, whose preflights carry no key; before all else. */
    private static final int BEHIND_CORS = -250;

    private static final String KEY = RequestVisits.class.getName();
    private static final String BEARER = "bearer ";

    /** How much of the rest of a body is passed over after the answer, and for how long. */
    private static final long LINGER_BYTES = 16 << 20;

    private static final long LINGER_MILLIS = 1_000;

    private static final int REFUSED_FROM = 400;
    private static final int FAILED_FROM = 500;

    private final Gate gate;
    private final Visits visits;
    private final ProblemWriter problems;
    private final PathRules paths;
    private final AllowedHosts hosts;

    RequestVisits(Gate gate, Visits visits, ProblemWriter problems, GeneratorConfig config) {
        this.gate = gate;
        this.visits = visits;
        this.problems = problems;
        paths = new PathRules(config.security().publicPaths());
        hosts = new AllowedHosts(config.security().allowedHosts());
    }

    void register(@Observes Router router) {
        router.route().order(BEHIND_CORS).handler(this::admit);
    }

    /** The visit of a request. */
    public static Visit of(RoutingContext context) {
        Visit visit = context.get(KEY);
        if (visit == null) {
            throw new IllegalStateException("The request was not let in");
        }
        return visit;
    }

    private void admit(RoutingContext context) {
        String path = context.normalizedPath();
        Visit visit = begin(context, path);
        try {
            if (!hosts.allow(context.request())) {
                problems.write(context, hosts.problem(context.request()));
                return;
            }
            if (paths.isHealth(path) && paths.isPublic(path)) {
                context.next();
                return;
            }
            boolean open = paths.isOpen(path);
            Caller caller =
                    open ? visit.caller() : gate.identify(key(context), visit.caller().address());
            visit.madeBy(caller);
            AccessHeaders.put(
                    context.response(), gate.admit(caller, open ? null : paths.scope(path)));
        } catch (AccessRefused refused) {
            problems.fail(context, refused);
            return;
        }
        context.next();
    }

    private Visit begin(RoutingContext context, String path) {
        HttpServerRequest request = context.request();
        SocketAddress client = request.remoteAddress();
        Visit visit =
                visits.begin(
                        new Request(
                                RequestIds.of(context),
                                "http",
                                client == null ? "unknown" : client.hostAddress(),
                                request.method().name(),
                                path,
                                request.query()));
        context.put(KEY, visit);
        if (announcesBody(request)) {
            context.addEndHandler(end -> cutOff(context));
        }
        if (!paths.isPublic(path)) {
            context.addEndHandler(end -> end(visit, context.response()));
        }
        return visit;
    }

    private static boolean announcesBody(HttpServerRequest request) {
        return request.version() != HttpVersion.HTTP_2
                && (request.headers().contains(HttpHeaders.TRANSFER_ENCODING)
                        || request.headers().contains(HttpHeaders.CONTENT_LENGTH));
    }

    /** Whoever has its answer does not get to send the rest of a body that nobody reads. */
    private static void cutOff(RoutingContext context) {
        HttpServerRequest request = context.request();
        if (request.isEnded()) {
            return;
        }
        // whoever still sends sees no answer when the connection breaks at once
        long[] passed = {0};
        request.handler(
                        rest -> {
                            passed[0] += rest.length();
                            if (passed[0] > LINGER_BYTES) {
                                request.connection().close();
                            }
                        })
                .resume();
        context.vertx()
                .setTimer(
                        LINGER_MILLIS,
                        timer -> {
                            if (!request.isEnded()) {
                                request.connection().close();
                            }
                        });
    }

    /** Ends the visit of a stream that was broken off, of which nobody else tells. */
    static void brokenOff(RoutingContext context) {
        HttpServerResponse response = context.response();
        of(context)
                .end(
                        String.valueOf(response.getStatusCode()),
                        AuditOutcome.FAILED,
                        response.bytesWritten());
    }

    private static void end(Visit visit, HttpServerResponse response) {
        int status = response.getStatusCode();
        AuditOutcome outcome = AuditOutcome.COMPLETE;
        if (status >= FAILED_FROM) {
            outcome = AuditOutcome.FAILED;
        } else if (status >= REFUSED_FROM) {
            outcome = AuditOutcome.REFUSED;
        } else if (!response.ended()) {
            outcome = AuditOutcome.CANCELLED;
        }
        visit.end(String.valueOf(status), outcome, response.bytesWritten());
    }

    /** The key that a request gives; null when it gives none. */
    private static @Nullable String key(RoutingContext context) {
        List<String> bearers = context.request().headers().getAll("Authorization");
        List<String> keys = context.request().headers().getAll("X-API-Key");
        if (bearers.size() + keys.size() > 1) {
            throw new AccessRefused.Unauthenticated(
                    "One key is needed; the request has several Authorization and X-API-Key"
                            + " headers");
        }
        if (!keys.isEmpty()) {
            return keys.get(0).strip();
        }
        if (bearers.isEmpty()) {
            return null;
        }
        String given = bearers.get(0).strip();
        if (!given.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            throw new AccessRefused.Unauthenticated(
                    "The Authorization header must be \"Bearer <key>\"");
        }
        return given.substring(BEARER.length()).strip();
    }
}
