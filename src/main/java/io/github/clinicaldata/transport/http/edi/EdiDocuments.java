package io.github.clinicaldata.transport.http.edi;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.clinicaldata.format.FormatOption;
import io.github.clinicaldata.format.x12.TransactionSet;
import io.github.clinicaldata.format.x12.X12Format;
import io.github.clinicaldata.plan.Catalog;
import io.github.clinicaldata.plan.FieldProblem;
import io.github.clinicaldata.plan.PlanRejected;
import io.github.clinicaldata.plan.PlanRequest;
import io.github.clinicaldata.transport.http.AcceptHeader;
import io.github.clinicaldata.transport.http.Envelope;
import io.github.clinicaldata.transport.http.ProblemWriter;
import io.github.clinicaldata.transport.http.QueryParameters;
import io.github.clinicaldata.transport.http.StreamRoutes;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * {@code GET /edi-documents} lists the transaction sets, and {@code GET /edi-documents/835} streams
 * one; both with and without {@code /api/v1}.
 */
@ApplicationScoped
public class EdiDocuments {
    /** Where the list is. */
    public static final List<String> PATHS = List.of("/edi-documents", "/api/v1/edi-documents");

    /** Parameters of streams that the path says. */
    public static final List<String> FIXED = List.of("format", "transaction");

    private final StreamRoutes streams;
    private final Catalog catalog;
    private final X12Format format;
    private final ProblemWriter problems;
    private final ObjectMapper json;

    EdiDocuments(
            StreamRoutes streams,
            Catalog catalog,
            X12Format format,
            ProblemWriter problems,
            ObjectMapper json) {
        this.streams = streams;
        this.catalog = catalog;
        this.format = format;
        this.problems = problems;
        this.json = json;
    }

    /**
     * A transaction set.
     *
     * @param name as paths and the parameter {@code transaction} say it
     * @param guide as GS08 says it
     * @param kind the kind of its records
     * @param usual whether the kind is written so when a client does not choose
     * @param options the parameters by which clients choose how it is written
     */
    public record Document(
            String name,
            String guide,
            String kind,
            String description,
            boolean usual,
            Links links,
            List<Option> options) {}

    /** Where a transaction set is made, and where files of it are checked. */
    public record Links(String stream, String generate, String validate) {}

    /** A parameter, with its words or its bounds. */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record Option(
            String name,
            String description,
            @JsonProperty("default") String defaultValue,
            List<String> words,
            @Nullable Long minimum,
            @Nullable Long maximum) {}

    /** All transaction sets. */
    public record Documents(List<Document> documents) {}

    void register(@Observes Router router) {
        for (String path : PATHS) {
            router.get(path).handler(this::list);
            router.head(path).handler(this::list);
            String one = path + "/:set";
            router.get(one).handler(this::stream);
            router.head(one).handler(this::stream);
        }
    }

    /** What the list holds. */
    public Documents documents() {
        return new Documents(format.sets().stream().map(this::document).toList());
    }

    private Document document(TransactionSet<?> set) {
        List<Option> options = new ArrayList<>();
        for (FormatOption option : format.options(catalog.kind(set.kind()).orElseThrow())) {
            if (!FIXED.contains(option.name())) {
                options.add(option(option));
            }
        }
        return new Document(
                set.name(),
                set.guide(),
                set.kind(),
                set.description(),
                set.usual(),
                new Links(
                        "/api/v1/edi-documents/" + set.name(),
                        "/api/v1/edi/generate",
                        "/api/v1/edi/validate"),
                options);
    }

    private static Option option(FormatOption option) {
        return new Option(
                option.name(),
                option.description(),
                option.defaultValue(),
                option.words(),
                option.isNumber() ? option.low() : null,
                option.isNumber() ? option.high() : null);
    }

    private void list(RoutingContext context) {
        try {
            AcceptHeader.requireJson(context);
            QueryParameters.requireNone(context);
            context.response()
                    .putHeader("Content-Type", "application/json")
                    .end(json.writeValueAsString(Envelope.of(documents(), problems.meta(context))));
        } catch (RuntimeException e) {
            problems.fail(context, e);
        } catch (JsonProcessingException e) {
            problems.fail(context, new IllegalStateException(e));
        }
    }

    private void stream(RoutingContext context) {
        try {
            TransactionSet<?> set = set(context.pathParam("set"));
            Map<String, List<String>> parameters =
                    new LinkedHashMap<>(StreamRoutes.parameters(context.queryParams()));
            List<FieldProblem> fixed =
                    FIXED.stream()
                            .filter(parameters::containsKey)
                            .map(name -> new FieldProblem(name, "is said by the path here"))
                            .toList();
            if (!fixed.isEmpty()) {
                throw new PlanRejected.InvalidValue(fixed);
            }
            parameters.put("format", List.of(X12Format.NAME));
            parameters.put("transaction", List.of(set.name()));
            streams.start(
                    context,
                    new PlanRequest(
                            set.kind(),
                            PlanRequest.Shape.STREAM,
                            parameters,
                            List.of(),
                            X12Format.NAME,
                            each -> true,
                            null));
        } catch (RuntimeException e) {
            problems.fail(context, e);
        }
    }

    private TransactionSet<?> set(String name) {
        return format.set(name)
                .orElseThrow(
                        () ->
                                new PlanRejected.NotFound(
                                        "set",
                                        "There is no transaction set \"%s\"; there are %s"
                                                .formatted(name, format.setNames())));
    }
}
