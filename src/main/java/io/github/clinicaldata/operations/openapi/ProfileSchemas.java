package io.github.clinicaldata.operations.openapi;

import static io.github.clinicaldata.operations.openapi.SchemaModels.list;
import static io.github.clinicaldata.operations.openapi.SchemaModels.number;
import static io.github.clinicaldata.operations.openapi.SchemaModels.schema;
import static io.github.clinicaldata.operations.openapi.SchemaModels.text;

import java.util.List;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;

/** The schema of shape reports. */
final class ProfileSchemas {
    /** How many records the examples are of. */
    static final int EXAMPLE_COUNT = 3;

    private static final String NAME = "ShapeReport";

    private ProfileSchemas() {}

    static Schema reference() {
        return SchemaModels.reference(NAME);
    }

    static void addTo(Components components) {
        components.addSchema(
                NAME,
                object("How the values of the first records lie")
                        .addProperty("kind", text().description("Name of the kind"))
                        .addProperty("population", text().description("Name of the population"))
                        .addProperty("record_count", number().description("Records of the report"))
                        .addProperty(
                                "looked_at",
                                number().description("Indexes that were looked at for these"))
                        .addProperty("measures", list(measure()))
                        .required(
                                List.of(
                                        "kind",
                                        "population",
                                        "record_count",
                                        "looked_at",
                                        "measures")));
    }

    private static Schema measure() {
        return object("What was counted and found")
                .addProperty("name", text().description("Name of the measure or field"))
                .addProperty("description", text().description("What is counted"))
                .addProperty("unit", text().description("Unit of numbers"))
                .addProperty("source", text().description("Where expected shares come from"))
                .addProperty("rows", list(row()))
                .addProperty("percentiles", percentiles())
                .addProperty("value", real().description("A single number"))
                .required(List.of("name", "description"));
    }

    private static Schema row() {
        return object("How often a value occurs")
                .addProperty("value", text().description("The value"))
                .addProperty("count", number().description("How many records"))
                .addProperty("share", real().description("Share of what the measure counts"))
                .addProperty("expected", real().description("The share that the source gives"))
                .required(List.of("value", "count", "share"));
    }

    private static Schema percentiles() {
        Schema schema = object("How numbers lie");
        schema.addProperty("count", number().description("How many records have a number"));
        for (String name : List.of("mean", "min", "p5", "p25", "p50", "p75", "p95", "p99", "max")) {
            schema.addProperty(name, real());
        }
        return schema;
    }

    private static Schema real() {
        return schema().addType(SchemaType.NUMBER);
    }

    private static Schema object(String description) {
        return SchemaModels.object().description(description);
    }
}
