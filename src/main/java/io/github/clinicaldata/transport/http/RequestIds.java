package io.github.clinicaldata.transport.http;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.UUID;

/**
 * Gives every request an id: the client's {@code X-Request-ID} where it is short and plain, else a
 * new one. It comes back in the same header and in {@code meta.request_id}.
 */
@ApplicationScoped
public class RequestIds {
    /** The header. */
    public static final String HEADER = "X-Request-ID";

    private static final String KEY = RequestIds.class.getName();
    private static final int LONGEST = 128;
    private static final int BEFORE_ALL = -10_000;

    void register(@Observes Router router) {
        router.route()
                .order(BEFORE_ALL)
                .handler(
                        context -> {
                            context.response().putHeader(HEADER, of(context));
                            context.next();
                        });
    }

    /** The id of a request. */
    public static String of(RoutingContext context) {
        String id = context.get(KEY);
        if (id == null) {
            String given = context.request().getHeader(HEADER);
            id = given != null && isPlain(given) ? given : UUID.randomUUID().toString();
            context.put(KEY, id);
        }
        return id;
    }

    private static boolean isPlain(String id) {
        return !id.isEmpty()
                && id.length() <= LONGEST
                && id.chars()
                        .allMatch(
                                c ->
                                        c >= '0' && c <= '9'
                                                || c >= 'A' && c <= 'Z'
                                                || c >= 'a' && c <= 'z'
                                                || c == '-'
                                                || c == '_'
                                                || c == '.');
    }
}
