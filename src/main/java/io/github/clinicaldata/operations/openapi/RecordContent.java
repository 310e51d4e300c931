package io.github.clinicaldata.operations.openapi;

import io.github.clinicaldata.format.RecordFormat;
import io.github.clinicaldata.plan.Catalog;
import io.github.clinicaldata.record.RecordKind;
import io.github.clinicaldata.transport.sse.EventStream;
import jakarta.inject.Singleton;
import java.util.List;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;

/** Answers full of records, in every media type that the formats have. */
@Singleton
final class RecordContent {
    private static final String JSON = "application/json";
    private static final int STREAMED = 2;

    private final Catalog catalog;
    private final Examples examples;

    RecordContent(Catalog catalog, Examples examples) {
        this.catalog = catalog;
        this.examples = examples;
    }

    /** The formats that an event stream carries. */
    List<String> formatsOfEvents(RecordKind<?> kind) {
        return catalog.formats(kind).stream()
                .filter(EventStream::carries)
                .map(RecordFormat::name)
                .toList();
    }

    /** What a stream answers. */
    Content stream(RecordKind<?> kind, String path) {
        String request = path + "?count=" + STREAMED;
        Content content = OASFactory.createContent();
        for (RecordFormat format : catalog.formats(kind)) {
            content.addMediaType(format.mediaType(), records(kind, format, request, STREAMED));
        }
        Schema events =
                text(
                        kind,
                        "One record an event; id names population and index, a last event: end"
                                + " tells a whole stream from a broken one");
        return content.addMediaType(
                EventStream.MEDIA_TYPE,
                Responses.shown(
                        events, Examples.of("GET " + request, examples.events(kind, STREAMED))));
    }

    /** What a page answers: JSON in the envelope, all else bare. */
    Content page(RecordKind<?> kind, String path) {
        String request = path + "?limit=1";
        Content content = OASFactory.createContent();
        for (RecordFormat format : catalog.formats(kind)) {
            if (!format.mediaType().equals(JSON)) {
                content.addMediaType(format.mediaType(), records(kind, format, request, 1));
            }
        }
        return content.addMediaType(
                JSON,
                Responses.shown(
                        EnvelopeSchemas.success(EnvelopeSchemas.page(kind)),
                        Examples.of("GET " + request, examples.page(kind))));
    }

    /** Records in one format. */
    MediaType records(RecordKind<?> kind, RecordFormat format, String request, int count) {
        if (!format.textual()) {
            return Responses.binary(request + "&format=" + format.name());
        }
        String text = examples.stream(kind, format, count);
        return format.mediaType().equals(JSON)
                ? Responses.shown(
                        EnvelopeSchemas.recordArray(kind),
                        Examples.of("GET " + request, examples.parse(text)))
                : Responses.shown(
                        text(kind, format.description()), Examples.of("GET " + request, text));
    }

    /** Text that OpenAPI has no schema for; the extension names the record's own. */
    private static Schema text(RecordKind<?> kind, String description) {
        Schema text = SchemaModels.text().description(description);
        text.addExtension("x-record-schema", ModelNames.schema(kind.schema().name()));
        return text;
    }
}
