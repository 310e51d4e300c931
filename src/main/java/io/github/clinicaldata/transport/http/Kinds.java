package io.github.clinicaldata.transport.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.clinicaldata.plan.Catalog;
import io.github.clinicaldata.plan.ParameterDoc;
import io.github.clinicaldata.plan.ParameterDocs;
import io.github.clinicaldata.plan.Planner;
import io.github.clinicaldata.record.RecordKind;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Tells what there is, as JSON. */
@Singleton
public final class Kinds {
    private final Catalog catalog;
    private final Planner planner;
    private final ParameterDocs parameters;

    Kinds(Catalog catalog, Planner planner, ParameterDocs parameters) {
        this.catalog = catalog;
        this.planner = planner;
        this.parameters = parameters;
    }

    /** All kinds. */
    public record All(List<Kind> kinds) {}

    /** A kind. */
    public record Kind(
            String name,
            String description,
            List<Format> formats,
            List<Parameter> parameters,
            List<Relation> relations) {}

    /** A format that writes the kind. */
    public record Format(
            String name, @JsonProperty("media_type") String mediaType, String description) {}

    /** A parameter of the kind's stream. */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record Parameter(
            String name,
            String description,
            String type,
            @JsonProperty("default") @Nullable String defaultValue,
            @Nullable Long low,
            @Nullable Long high,
            List<String> words,
            String example) {}

    /** A way from a record to others. */
    public record Relation(String name, String description, String target) {}

    /** All kinds in the order of their names. */
    public All all() {
        return new All(catalog.kinds().stream().map(this::describe).toList());
    }

    /** The kind of a name; refused where there is none. */
    public Kind one(String name) {
        return describe(planner.kind(name));
    }

    private Kind describe(RecordKind<?> kind) {
        return new Kind(
                kind.name(),
                kind.description(),
                catalog.formats(kind).stream()
                        .map(each -> new Format(each.name(), each.mediaType(), each.description()))
                        .toList(),
                parameters.stream(kind).stream().map(Kinds::parameter).toList(),
                catalog.relations(kind).stream()
                        .map(each -> new Relation(each.name(), each.description(), each.target()))
                        .toList());
    }

    private static Parameter parameter(ParameterDoc doc) {
        ParameterDoc.Bounds bounds = doc.bounds();
        return new Parameter(
                doc.name(),
                doc.description(),
                doc.type().name().toLowerCase(Locale.ROOT),
                doc.defaultValue(),
                bounds == null ? null : bounds.low(),
                bounds == null ? null : bounds.high(),
                doc.words(),
                doc.example());
    }
}
