package io.github.clinicaldata.transport.http;

import io.github.clinicaldata.security.RequestId;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.jboss.logging.MDC;

/**
 * Gives every request an id: the client's {@code X-Request-ID} where it is short and plain, else a
 * new one. It comes back in the same header and in {@code meta.request_id}, and stands in the lines
 * that are logged meanwhile.
 */
@ApplicationScoped
public class RequestIds {
    /** The header. */
    public static final String HEADER = RequestId.HEADER;

    private static final String KEY = RequestIds.class.getName();
    private static final int BEFORE_ALL = -10_000;

    void register(@Observes Router router) {
        router.route()
                .order(BEFORE_ALL)
                .handler(
                        context -> {
                            String id = of(context);
                            context.response().putHeader(HEADER, id);
                            MDC.put(RequestId.IN_LOGS, id);
                            context.next();
                        });
    }

    /** The id of a request. */
    public static String of(RoutingContext context) {
        String id = context.get(KEY);
        if (id == null) {
            id = RequestId.of(context.request().getHeader(HEADER));
            context.put(KEY, id);
        }
        return id;
    }
}
