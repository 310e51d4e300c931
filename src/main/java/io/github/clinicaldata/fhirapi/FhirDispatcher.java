package io.github.clinicaldata.fhirapi;

import io.github.clinicaldata.config.GeneratorConfig;
import io.github.clinicaldata.plan.GenerationPlan;
import io.github.clinicaldata.record.Population;
import io.github.clinicaldata.security.AccessRefused;
import io.github.clinicaldata.security.Visit;
import io.github.clinicaldata.stream.Chunk;
import io.github.clinicaldata.transport.http.AcceptHeader;
import io.github.clinicaldata.transport.http.AccessHeaders;
import io.github.clinicaldata.transport.http.ChunkWriter;
import io.github.clinicaldata.transport.http.RequestIds;
import io.github.clinicaldata.transport.http.RequestVisits;
import io.quarkus.arc.All;
import io.smallrye.mutiny.Multi;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * All below {@code /fhir}: finds the interaction that takes a request, lets it answer in a worker
 * thread, and makes an OperationOutcome of whatever goes wrong.
 */
@ApplicationScoped
public class FhirDispatcher {
    /** Before the routes of the framework. */
    static final int ORDER = -100;

    private static final Logger LOG = Logger.getLogger(FhirDispatcher.class);

    private final List<Interaction> interactions;
    private final int maxBody;

    FhirDispatcher(@All List<Interaction> interactions, GeneratorConfig config) {
        this.interactions = interactions;
        maxBody = config.fhir().maxBody();
    }

    void register(@Observes Router router) {
        BodyHandler bodies = BodyHandler.create(false).setBodyLimit(maxBody);
        for (String path : List.of(RequestReader.PATH, RequestReader.PATH + "/*")) {
            router.route(path)
                    .order(ORDER)
                    .handler(
                            context -> {
                                if (RequestReader.hasBody(context.request().method())) {
                                    bodies.handle(context);
                                } else {
                                    context.next();
                                }
                            })
                    .failureHandler(this::failed);
            router.route(path).order(ORDER).handler(this::handle).failureHandler(this::failed);
        }
    }

    private void failed(RoutingContext context) {
        if (context.failure() != null && context.statusCode() < 400) {
            fail(context, context.failure());
        } else if (context.statusCode() == 413) {
            fail(
                    context,
                    new FhirProblem(
                            413,
                            IssueType.TOOLONG,
                            "The body has more than " + maxBody + " bytes"));
        } else {
            fail(
                    context,
                    new FhirProblem(
                            context.statusCode(), IssueType.INVALID, "The request was refused"));
        }
    }

    private void handle(RoutingContext context) {
        context.vertx()
                .executeBlocking(() -> answer(context), false)
                .onSuccess(answer -> send(context, answer))
                .onFailure(failure -> fail(context, failure));
    }

    /** The answer to a request; runs in a worker thread, refusals included. */
    private Answer answer(RoutingContext context) {
        Presentation presentation = Presentation.JSON;
        try {
            FhirRequest request =
                    RequestReader.read(
                            context, AcceptHeader.mediaTypes(context, Presentation.OFFERED));
            presentation = presentationOfRefusals(request);
            return interaction(request).answer(request);
        } catch (RuntimeException e) {
            return refusal(context, e, presentation);
        }
    }

    private static Presentation presentationOfRefusals(FhirRequest request) {
        try {
            return Presentation.of(request);
        } catch (FhirProblem e) {
            return Presentation.JSON;
        }
    }

    private static Answer refusal(
            RoutingContext context, Throwable failure, Presentation presentation) {
        FhirProblem problem = FhirProblem.of(failure);
        if (problem.status() >= 500 && !(failure instanceof FhirProblem)) {
            LOG.errorf(failure, "Request %s failed", RequestIds.of(context));
        }
        return Documents.of(problem, presentation);
    }

    private Interaction interaction(FhirRequest request) {
        List<Interaction> taking =
                interactions.stream().filter(each -> each.takes(request.path())).toList();
        if (taking.isEmpty()) {
            throw FhirProblem.notFound(
                    "There is nothing at /fhir/"
                            + ResourceSources.shown(String.join("/", request.path()))
                            + "; what there is, /fhir/metadata tells");
        }
        String method = request.method().equals("HEAD") ? "GET" : request.method();
        return taking.stream()
                .filter(each -> each.methods().contains(method))
                .findFirst()
                .orElseThrow(
                        () ->
                                methodNotAllowed(
                                        request,
                                        taking.stream()
                                                .flatMap(each -> each.methods().stream())
                                                .toList()));
    }

    /** A path that does not take the method of a request. */
    static FhirProblem methodNotAllowed(FhirRequest request, List<String> allowed) {
        TreeSet<String> methods = new TreeSet<>(allowed);
        if (methods.contains("GET")) {
            methods.add("HEAD");
        }
        return new FhirProblem(
                405,
                IssueType.NOTSUPPORTED,
                List.of(
                        "This path does not take "
                                + request.method()
                                + "; resources are made by generation and can't be changed"),
                Map.of("Allow", String.join(", ", methods)));
    }

    private void fail(RoutingContext context, Throwable failure) {
        if (context.response().ended() || context.response().headWritten()) {
            return;
        }
        context.vertx()
                .executeBlocking(() -> refusal(context, failure, Presentation.JSON), false)
                .onSuccess(answer -> send(context, answer))
                .onFailure(again -> LOG.error("An OperationOutcome could not be made", again));
    }

    /** Counts an answer, and opens its stream if it has one. */
    private static @Nullable Multi<Chunk> charge(RoutingContext context, Answer answer) {
        if (context.request().method() == HttpMethod.HEAD) {
            return null;
        }
        Visit visit = RequestVisits.of(context);
        Answer.Stream stream = answer.stream();
        Multi<Chunk> chunks = null;
        if (stream != null) {
            GenerationPlan<?> plan = stream.plan();
            chunks = stream.open(plan == null ? visit.stream() : visit.stream(plan));
        }
        Population population = answer.made().population();
        if (population != null) {
            visit.made(population, answer.made().resources());
        }
        return chunks;
    }

    private void send(RoutingContext context, Answer answer) {
        HttpServerResponse response = context.response();
        if (response.ended() || response.closed()) {
            return;
        }
        Multi<Chunk> chunks;
        try {
            chunks = charge(context, answer);
        } catch (AccessRefused refused) {
            AccessHeaders.put(response, refused);
            fail(context, refused);
            return;
        }
        response.setStatusCode(answer.status());
        answer.headers().forEach(response::putHeader);
        response.putHeader("Cache-Control", "no-cache");
        response.putHeader("Vary", "Accept, Accept-Encoding, Prefer");
        if (!answer.mediaType().isEmpty()) {
            response.putHeader("Content-Type", answer.mediaType());
        }
        // Quarkus marks routes of our own as not to be compressed; without the mark, clients that
        // accept gzip get it. A range is of the bytes as they are.
        if (answer.headers().containsKey("Content-Range")) {
            response.putHeader(HttpHeaders.CONTENT_ENCODING, HttpHeaders.IDENTITY);
        } else {
            response.headers().remove(HttpHeaders.CONTENT_ENCODING);
        }
        if (context.request().method() == HttpMethod.HEAD) {
            response.end();
        } else if (chunks != null) {
            chunks.subscribe()
                    .withSubscriber(
                            new ChunkWriter(
                                    context,
                                    Vertx.currentContext(),
                                    failure -> fail(context, failure)));
        } else {
            response.end(Buffer.buffer(answer.body()));
        }
    }
}
