package io.github.clinicaldata.transport.http;

import io.vertx.ext.web.MIMEHeader;
import io.vertx.ext.web.RoutingContext;
import java.util.List;

/** Reads what a client accepts. */
public final class AcceptHeader {
    private AcceptHeader() {}

    /** The accepted media types without parameters, best first; empty when the client says none. */
    public static List<String> mediaTypes(RoutingContext context) {
        return context.parsedHeaders().accept().stream()
                .filter(type -> type.weight() > 0)
                .sorted((a, b) -> Float.compare(b.weight(), a.weight()))
                .map(AcceptHeader::withoutParameters)
                .toList();
    }

    private static String withoutParameters(MIMEHeader type) {
        return type.component() + "/" + type.subComponent();
    }
}
