package io.github.clinicaldata.docs;

import io.github.clinicaldata.format.RecordFormat;
import io.github.clinicaldata.plan.Catalog;
import io.github.clinicaldata.record.RecordKind;
import io.github.clinicaldata.transport.sse.EventStream;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** docs/formats.md says what the catalog says. */
@QuarkusTest
class DocFormatsTest {
    @Inject Catalog catalog;

    @Test
    void formats_areUpToDate() throws IOException {
        GeneratedPage page = new GeneratedPage("formats.md", "Formats");
        page.paragraph(
                "Ask for a format by `format=NAME`, or by its media type in the header `Accept`. A"
                    + " combination that is not offered gets 406 with the list of those that are.");
        page.table("format", "media type", "also asked for as", "what it is");
        for (RecordFormat format : catalog.formats()) {
            page.row(
                    List.of(
                            "`" + format.name() + "`",
                            "`" + format.mediaType() + "`",
                            format.otherMediaTypes().stream()
                                    .map(type -> "`" + type + "`")
                                    .collect(Collectors.joining(", ")),
                            format.description()));
        }
        page.section("Kinds, formats and transports");
        page.paragraph(
                "A stream is `GET /api/v1/KIND/stream`, a page `GET /api/v1/KIND`, and events are"
                    + " the stream with `Accept: text/event-stream`. Events hold one record each,"
                    + " so they carry formats that are text and whose records can stand alone. gRPC"
                    + " carries the messages of protobuf. The command line writes every format.");
        page.table("kind", "format", "stream", "page", "events", "gRPC", "command line");
        for (RecordKind<?> kind : catalog.kinds()) {
            for (RecordFormat format : catalog.formats()) {
                page.row(row(kind, format));
            }
        }
        page.isUpToDate();
    }

    private static List<String> row(RecordKind<?> kind, RecordFormat format) {
        boolean written = format.supports(kind);
        return Stream.of(
                        kind.name(),
                        "`" + format.name() + "`",
                        mark(written),
                        mark(written),
                        mark(written && EventStream.carries(format)),
                        mark(written && format.name().equals("protobuf")),
                        mark(written))
                .toList();
    }

    private static String mark(boolean offered) {
        return offered ? "yes" : "no";
    }
}
