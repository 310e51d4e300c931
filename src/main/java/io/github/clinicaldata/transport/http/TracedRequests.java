package io.github.clinicaldata.transport.http;

import io.opentelemetry.api.trace.Span;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.ext.web.Route;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Says in the span of a request, where traces are on, which id it has and which route answers it;
 * Quarkus knows the latter of its own resources only.
 */
@ApplicationScoped
public class TracedRequests {
    /** After the ids of requests, before all that may answer them. */
    private static final int BEHIND_IDS = -9_999;

    /** Where Quarkus looks for a route's name. */
    private static final String ROUTE = "VertxRoute";

    private final boolean wanted;

    TracedRequests(@ConfigProperty(name = "quarkus.otel.sdk.disabled") boolean disabled) {
        wanted = !disabled;
    }

    void register(@Observes Router router) {
        if (wanted) {
            router.route().order(BEHIND_IDS).handler(TracedRequests::handle);
        }
    }

    private static void handle(RoutingContext context) {
        Span.current().setAttribute("request_id", RequestIds.of(context));
        Context ofRequest = Vertx.currentContext();
        context.addHeadersEndHandler(
                head -> {
                    Route route = context.currentRoute();
                    if (route != null && route.getPath() != null) {
                        ofRequest.putLocal(ROUTE, template(route.getPath()));
                    }
                });
        context.next();
    }

    /** A route's path as others write it: {@code /api/v1/{kind}/stream}. */
    private static String template(String path) {
        return path.replaceAll(":(\\w+)", "{$1}");
    }
}
