package io.github.clinicaldata.transport.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.util.RawValue;
import io.github.clinicaldata.format.ByteSink;
import io.github.clinicaldata.plan.Catalog;
import io.github.clinicaldata.plan.GenerationPlan;
import io.github.clinicaldata.plan.PlanRequest;
import io.github.clinicaldata.plan.Planner;
import io.github.clinicaldata.stream.PageSource;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Answers with pages: JSON in the envelope, other formats bare with the paging in headers. */
@Singleton
public final class Pages {
    private static final String JSON = "json";

    private final List<String> offered;
    private final Planner planner;
    private final PageWriter writer;

    Pages(Catalog catalog, Planner planner, PageWriter writer) {
        offered = catalog.mediaTypes(JSON);
        this.planner = planner;
        this.writer = writer;
    }

    /**
     * A page as JSON.
     *
     * @param records the records
     * @param recordCount how many there are
     * @param format always {@code json}
     * @param offset the index at which the page begins
     * @param nextOffset the index at which the next page begins, or null after the last
     * @param population the population's name
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Page(
            RawValue records,
            @JsonProperty("record_count") int recordCount,
            String format,
            long offset,
            @JsonProperty("next_offset") @Nullable Long nextOffset,
            String population) {}

    Response answer(String kind, Map<String, List<String>> parameters, RoutingContext context) {
        GenerationPlan<?> plan =
                planner.plan(
                        new PlanRequest(
                                kind,
                                PlanRequest.Shape.PAGE,
                                parameters,
                                AcceptHeader.mediaTypes(context, offered),
                                JSON,
                                format -> true,
                                null));
        return answer(plan, context);
    }

    private <R> Response answer(GenerationPlan<R> plan, RoutingContext context) {
        ByteSink sink = new ByteSink(1 << 12);
        PageSource.Result result = PageSource.read(plan, sink);
        RequestVisits.of(context).made(plan, result.records());
        long offset = plan.indexes().from();
        if (plan.format().name().equals(JSON)) {
            return writer.json(
                    context,
                    new Page(
                            PageWriter.raw(sink.toByteArray()),
                            result.records(),
                            JSON,
                            offset,
                            result.next(),
                            plan.population().name()));
        }
        Response.ResponseBuilder response =
                Response.ok(sink.toByteArray())
                        .header("Content-Type", plan.format().mediaType())
                        .header("X-Population", plan.population().name())
                        .header("X-Record-Count", result.records());
        if (result.next() != null) {
            response.header("X-Next-Offset", result.next());
        }
        return response.build();
    }
}
