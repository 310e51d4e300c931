package io.github.clinicaldata.operations.openapi;

import io.github.clinicaldata.plan.ParameterDoc;
import io.github.clinicaldata.record.RecordKind;
import java.math.BigDecimal;
import java.util.List;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;

/** Parameters of operations. */
final class ParameterModels {
    private ParameterModels() {}

    /** Adds query parameters to an operation. */
    static Operation addTo(Operation operation, List<ParameterDoc> docs) {
        docs.forEach(doc -> operation.addParameter(query(doc)));
        return operation;
    }

    private static Parameter query(ParameterDoc doc) {
        return OASFactory.createParameter()
                .name(doc.name())
                .in(Parameter.In.QUERY)
                .description(doc.description())
                .schema(schema(doc))
                .example(value(doc, doc.example()));
    }

    /** A parameter with an example. */
    static Parameter of(
            String name, Parameter.In in, String description, Schema schema, Object example) {
        return OASFactory.createParameter()
                .name(name)
                .in(in)
                .required(in == Parameter.In.PATH)
                .description(description)
                .schema(schema)
                .example(example);
    }

    /** A parameter of the query. */
    static Parameter query(String name, String description, Schema schema, Object example) {
        return of(name, Parameter.In.QUERY, description, schema, example);
    }

    /** A part of the path. */
    static Parameter path(String name, String description, Schema schema, Object example) {
        return of(name, Parameter.In.PATH, description, schema, example);
    }

    /** What a parameter takes. */
    static Schema schema(ParameterDoc doc) {
        Schema schema = typed(doc);
        if (doc.defaultValue() != null) {
            schema.setDefaultValue(value(doc, doc.defaultValue()));
        }
        return schema;
    }

    private static Schema typed(ParameterDoc doc) {
        return switch (doc.type()) {
            case WHOLE_NUMBER -> number(doc);
            case DATE -> SchemaModels.text().format("date");
            case FLAG -> SchemaModels.schema().addType(SchemaType.BOOLEAN);
            case WORD -> SchemaModels.text().enumeration(List.copyOf(doc.words()));
            case TEXT -> SchemaModels.text();
        };
    }

    private static Schema number(ParameterDoc doc) {
        Schema number = SchemaModels.number();
        ParameterDoc.Bounds bounds = doc.bounds();
        if (bounds != null) {
            number.minimum(BigDecimal.valueOf(bounds.low()))
                    .maximum(BigDecimal.valueOf(bounds.high()));
        }
        if (doc.words().isEmpty()) {
            return number;
        }
        Schema words = SchemaModels.text().enumeration(List.copyOf(doc.words()));
        return SchemaModels.schema().addAnyOf(number).addAnyOf(words);
    }

    /** A value as JSON has it. */
    private static Object value(ParameterDoc doc, String text) {
        return switch (doc.type()) {
            case WHOLE_NUMBER -> doc.words().contains(text) ? text : Long.valueOf(text);
            case FLAG -> Boolean.valueOf(text);
            case DATE, WORD, TEXT -> text;
        };
    }

    /** The id in a path. */
    static Parameter id(RecordKind<?> kind, String example) {
        return path(
                "id",
                "Id of the %s, as its records carry it".formatted(kind.singular()),
                SchemaModels.text().format("uuid"),
                example);
    }

    /** The header that resumes an event stream. */
    static Parameter lastEventId(String example) {
        return OASFactory.createParameter()
                .name("Last-Event-ID")
                .in(Parameter.In.HEADER)
                .description(
                        "Of text/event-stream only: id of the last event that came, sent by"
                            + " browsers when they connect again. The same request goes on after"
                            + " it, on any replica.")
                .schema(SchemaModels.text())
                .example(example);
    }

    /** The header that names a request. */
    static Parameter requestId() {
        return OASFactory.createParameter()
                .name("X-Request-ID")
                .in(Parameter.In.HEADER)
                .description(
                        "Id for logs and answers: up to 128 letters, digits, hyphens, dots and"
                                + " underscores. Any other gets a new one.")
                .schema(SchemaModels.text().maxLength(128).pattern("^[A-Za-z0-9._-]+$"))
                .example(Examples.REQUEST_ID);
    }
}
