package io.github.clinicaldata.operations.openapi;

import static io.github.clinicaldata.operations.openapi.SchemaModels.list;
import static io.github.clinicaldata.operations.openapi.SchemaModels.number;
import static io.github.clinicaldata.operations.openapi.SchemaModels.object;
import static io.github.clinicaldata.operations.openapi.SchemaModels.reference;
import static io.github.clinicaldata.operations.openapi.SchemaModels.schema;
import static io.github.clinicaldata.operations.openapi.SchemaModels.text;

import io.github.clinicaldata.config.FeedsConfig;
import io.github.clinicaldata.config.GeneratorConfig;
import io.github.clinicaldata.feed.FeedState;
import io.github.clinicaldata.feed.target.TargetCatalog;
import io.github.clinicaldata.feed.target.TargetField;
import io.github.clinicaldata.feed.target.TargetKind;
import io.github.clinicaldata.plan.Catalog;
import io.github.clinicaldata.record.RecordKind;
import io.github.clinicaldata.transport.http.ListParameters;
import io.github.clinicaldata.transport.http.feed.FeedBody;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.util.List;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;

/** Schemas of feeds and of the requests for them, with all kinds of targets. */
@Singleton
final class FeedSchemas {
    private static final String RATE = "100/s, 6000/m, or a ramp such as 100..1000/60s";

    private final Catalog catalog;
    private final TargetCatalog targets;
    private final FeedsConfig config;

    FeedSchemas(Catalog catalog, TargetCatalog targets, GeneratorConfig config) {
        this.catalog = catalog;
        this.targets = targets;
        this.config = config.feeds();
    }

    /** Adds the schemas that are referred to. */
    void addTo(Components components) {
        components.addSchema("Feed", feed());
        components.addSchema("FeedProgress", progress());
    }

    private static Schema words(List<String> words) {
        return text().enumeration(List.copyOf(words));
    }

    private List<String> kinds() {
        return catalog.kinds().stream().map(RecordKind::name).toList();
    }

    private List<String> targetNames() {
        return List.copyOf(targets.names());
    }

    private Schema feed() {
        return object().description("Records that are pushed to another system")
                .addProperty("id", text().format("uuid"))
                .addProperty("kind", text().description("What is pushed"))
                .addProperty("status", words(FeedState.words()))
                .addProperty("format", text().description("Name of the format"))
                .addProperty(
                        "target",
                        object().description("Where it goes, with stars in place of secrets")
                                .addProperty("type", words(targetNames()))
                                .required(List.of("type")))
                .addProperty("batch", batch())
                .addProperty("on_refusal", words(FeedBody.onRefusals()))
                .addProperty("rate", text().description("Absent: as fast as the target takes"))
                .addProperty("arrival", text().description("Absent: evenly"))
                .addProperty("record_count", number().description("Records at most"))
                .addProperty("progress", reference("FeedProgress"))
                .addProperty("waits_for", text().description("What is in its way"))
                .addProperty("error", text().description("Why it failed"))
                .addProperty("created_at", time("When it was taken on"))
                .addProperty("started_at", time("When it first began"))
                .addProperty("ended_at", time("When it was done, failed or stopped"))
                .addProperty(
                        "parameters",
                        object().description("Of the stream whose records these are")
                                .additionalPropertiesSchema(text()))
                .required(
                        List.of(
                                "id",
                                "kind",
                                "status",
                                "format",
                                "target",
                                "batch",
                                "on_refusal",
                                "record_count",
                                "progress",
                                "created_at",
                                "parameters"));
    }

    private static Schema time(String description) {
        return text().format("date-time").description(description);
    }

    private Schema batch() {
        return number().minimum(BigDecimal.ONE)
                .maximum(BigDecimal.valueOf(config.maxBatch()))
                .description("Records that are sent and acknowledged together at most");
    }

    private static Schema progress() {
        return object().description("How far a feed is")
                .addProperty(
                        "last_index",
                        number().description(
                                        "Of the last record that was acknowledged or passed over"))
                .addProperty("records_sent", number().description("That were acknowledged"))
                .addProperty(
                        "records_refused",
                        number().description("That the target refused and that were passed over"))
                .addProperty("bytes_sent", number())
                .addProperty("records_per_second", number().description("0 where nobody knows"))
                .required(
                        List.of(
                                "records_sent",
                                "records_refused",
                                "bytes_sent",
                                "records_per_second"));
    }

    /** A page of feeds. */
    static Schema page() {
        return object().addProperty("feeds", list(reference("Feed")))
                .addProperty(
                        "next_cursor",
                        text().description("Cursor of the next page; absent after the last"))
                .required(List.of("feeds"));
    }

    /** The body of a request for a feed. */
    Schema body() {
        Schema target = schema().description("Where records go");
        targets.all().forEach(kind -> target.addOneOf(target(kind)));
        return object().description(
                        "What is pushed, where, and the parameters of the kind's stream")
                .addProperty(FeedBody.KIND, words(kinds()).description("What is pushed"))
                .addProperty(FeedBody.TARGET, target)
                .addProperty(FeedBody.BATCH, batch())
                .addProperty(
                        FeedBody.ON_REFUSAL,
                        words(FeedBody.onRefusals())
                                .defaultValue("stop")
                                .description("What happens when the target refuses records"))
                .addProperty("rate", text().description(RATE))
                .addProperty("arrival", arrival())
                .addProperty("format", text().description("Name of the format"))
                .required(List.of(FeedBody.KIND, FeedBody.TARGET))
                .additionalPropertiesBoolean(true);
    }

    private static Schema target(TargetKind kind) {
        Schema target =
                object().description(kind.description())
                        .addProperty(TargetCatalog.TYPE, words(List.of(kind.name())))
                        .addRequired(TargetCatalog.TYPE)
                        .additionalPropertiesBoolean(false);
        for (TargetField field : kind.fields()) {
            target.addProperty(
                    field.name(),
                    typed(field).description(ModelNames.capitalized(field.description())));
            if (field.required()) {
                target.addRequired(field.name());
            }
        }
        return target;
    }

    private static Schema typed(TargetField field) {
        Schema typed =
                switch (field.type()) {
                    case TEXT -> text();
                    case NUMBER -> number();
                    case SWITCH -> schema().addType(SchemaType.BOOLEAN);
                    case TEXTS -> object().additionalPropertiesSchema(text());
                };
        return field.secret() ? typed.writeOnly(true) : typed;
    }

    private static Schema arrival() {
        return words(List.of("steady", "poisson")).description("How records spread in time");
    }

    /** The body of a change. */
    static Schema change() {
        return object().description("The rate, and how records spread in time")
                .addProperty("rate", orNull().description(RATE))
                .addProperty("arrival", orNull().description("steady or poisson"))
                .minProperties(1)
                .additionalPropertiesBoolean(false);
    }

    private static Schema orNull() {
        return schema().addType(SchemaType.STRING).addType(SchemaType.NULL);
    }

    /** What selects feeds. */
    List<Parameter> listParameters() {
        return List.of(
                ParameterModels.query(
                        "status", "Only feeds in this state.", words(FeedState.words()), "running"),
                ParameterModels.query("kind", "Only feeds of this kind.", text(), "members"),
                ParameterModels.query(
                        "target",
                        "Only feeds to this kind of target.",
                        words(targetNames()),
                        "http"),
                ParameterModels.query(
                        "limit",
                        "Feeds of the page at most.",
                        number().minimum(BigDecimal.ONE)
                                .maximum(BigDecimal.valueOf(ListParameters.MOST)),
                        10),
                ParameterModels.query(
                        "cursor",
                        "The next_cursor of the page before.",
                        text(),
                        JobExamples.CURSOR));
    }
}
