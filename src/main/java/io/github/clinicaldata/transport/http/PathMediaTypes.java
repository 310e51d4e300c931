package io.github.clinicaldata.transport.http;

import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which media types a path takes and offers, where Quarkus REST would refuse others without a word
 * about them. Immutable.
 */
final class PathMediaTypes {
    private static final List<HttpMethod> WITH_BODIES = List.of(HttpMethod.POST, HttpMethod.PATCH);

    /** Of paths that look themselves. */
    static final PathMediaTypes ANY = new PathMediaTypes(List.of(), null);

    private final List<String> taken;
    private final @Nullable String offered;

    private PathMediaTypes(List<String> taken, @Nullable String offered) {
        this.taken = taken;
        this.offered = offered;
    }

    /** Of a path that takes bodies of some types. */
    static PathMediaTypes taking(String... types) {
        return new PathMediaTypes(List.of(types), null);
    }

    /** Of a path that offers one type. */
    static PathMediaTypes offering(String type) {
        return new PathMediaTypes(List.of(), type);
    }

    /** The types of bodies that are taken; none where the path looks itself, or takes no body. */
    List<String> taken() {
        return taken;
    }

    /** The one type that is offered; null where the path looks itself. */
    @Nullable String offered() {
        return offered;
    }

    /**
     * What is wrong with the body of a request that says its type.
     *
     * @throws io.github.clinicaldata.plan.PlanRejected.NotAcceptable when the client does not
     *     accept what is offered
     */
    Optional<HttpProblem> problem(RoutingContext context) {
        if (offered != null) {
            AcceptHeader.require(context, offered);
        }
        String given = context.request().getHeader("Content-Type");
        if (given == null
                || taken.isEmpty()
                || !WITH_BODIES.contains(context.request().method())
                || isTaken(given)) {
            return Optional.empty();
        }
        return Optional.of(HttpProblem.unsupportedType(given, taken));
    }

    private boolean isTaken(String contentType) {
        String type = contentType.split(";", 2)[0].strip();
        return taken.stream().anyMatch(type::equalsIgnoreCase);
    }
}
