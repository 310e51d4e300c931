package io.github.clinicaldata.transport.http;

import io.github.clinicaldata.plan.PlanRejected;
import io.vertx.ext.web.MIMEHeader;
import io.vertx.ext.web.RoutingContext;
import java.util.List;

/** Reads what a client accepts. */
public final class AcceptHeader {
    private static final String JSON = "application/json";

    private AcceptHeader() {}

    /**
     * The media types without parameters that a good answer may have, best first; empty when the
     * client says none. What it accepts of a bad answer, {@link ProblemWriter} decides.
     */
    public static List<String> mediaTypes(RoutingContext context) {
        return context.parsedHeaders().accept().stream()
                .filter(type -> type.weight() > 0 && !isProblem(type))
                .sorted((a, b) -> Float.compare(b.weight(), a.weight()))
                .map(AcceptHeader::withoutParameters)
                .toList();
    }

    /**
     * Refuses a client that accepts no JSON where nothing else is offered.
     *
     * @throws PlanRejected.NotAcceptable when it accepts something, and no JSON
     */
    public static void requireJson(RoutingContext context) {
        List<String> accepted = mediaTypes(context);
        if (!accepted.isEmpty()
                && accepted.stream().noneMatch(List.of(JSON, "application/*", "*/*")::contains)) {
            throw new PlanRejected.NotAcceptable(
                    "Accept", String.join(", ", accepted), List.of(JSON));
        }
    }

    private static boolean isProblem(MIMEHeader type) {
        return type.subComponent().equals("problem+json");
    }

    private static String withoutParameters(MIMEHeader type) {
        return type.component() + "/" + type.subComponent();
    }
}
