package io.github.clinicaldata.transport.http;

import io.github.clinicaldata.config.GeneratorConfig;
import io.github.clinicaldata.config.SecurityConfig;
import io.vertx.core.MultiMap;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Puts the headers on every answer that keep browsers from being used against it. */
@ApplicationScoped
public class SecurityHeaders {
    private static final String SWAGGER_UI = "/q/swagger-ui";

    /** Swagger UI starts itself by a script in its page and styles elements. */
    private static final String OF_SWAGGER_UI =
            "default-src 'self'; script-src 'self' 'unsafe-inline'; style-src 'self'"
                    + " 'unsafe-inline'; img-src 'self' data:; object-src 'none'; base-uri 'self';"
                    + " form-action 'self'; frame-ancestors 'none'";

    /** Behind {@link EncodedUris}, since paths that can't be decoded have no headers either. */
    private static final int BEHIND_ENCODING = Integer.MIN_VALUE + 1;

    private final SecurityConfig.HeadersConfig config;

    SecurityHeaders(GeneratorConfig config) {
        this.config = config.security().headers();
    }

    void register(@Observes Router router) {
        router.route()
                .order(BEHIND_ENCODING)
                .handler(
                        context -> {
                            put(context);
                            context.next();
                        });
    }

    /** Puts them on the answer of a request. */
    void put(RoutingContext context) {
        MultiMap headers = context.response().headers();
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("X-Frame-Options", "DENY");
        headers.set("Referrer-Policy", config.referrerPolicy());
        headers.set(
                "Content-Security-Policy",
                context.normalizedPath().startsWith(SWAGGER_UI)
                        ? OF_SWAGGER_UI
                        : config.contentSecurityPolicy());
        if ("https".equals(context.request().scheme())) {
            headers.set("Strict-Transport-Security", config.strictTransportSecurity());
        }
    }
}
