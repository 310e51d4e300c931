package io.github.clinicaldata.operations.openapi;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.headers.Header;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/** Headers of answers. */
final class HeaderModels {
    /** The headers of a stream. */
    static final List<String> OF_STREAM =
            List.of("X-Population", "X-Record-Range", "X-Resume", "X-Format", "X-Request-ID");

    /** The headers of every answer. */
    static final List<String> OF_ANSWER = List.of("X-Request-ID");

    /** The headers of a page. */
    static final List<String> OF_PAGE =
            List.of("X-Population", "X-Record-Count", "X-Next-Offset", "X-Request-ID");

    private HeaderModels() {}

    /** Adds all headers. */
    static void addTo(Components components) {
        texts().forEach((name, description) -> components.addHeader(name, text(description)));
        components.addHeader(
                "X-Record-Count",
                header("Records of a page that has no envelope", SchemaModels.number()));
        components.addHeader(
                "X-Next-Offset",
                header(
                        "Where the next page begins, beside a page that has no envelope; absent"
                                + " after the last",
                        SchemaModels.number()));
    }

    private static Map<String, String> texts() {
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put("X-Population", "All that is needed to make the same records again");
        texts.put("X-Record-Range", "Kind, first and last index of the stream");
        texts.put("X-Resume", "How to go on after a stream that broke off");
        texts.put("X-Format", "Name of the format");
        texts.put(
                "X-Request-ID",
                "Id of the request: the one that came in the same header, or a new one");
        return texts;
    }

    /** The header of an answer about something new. */
    static Header location(String description) {
        return header(description, SchemaModels.text().format("uri-reference"));
    }

    private static Header text(String description) {
        return header(description, SchemaModels.text());
    }

    private static Header header(String description, Schema schema) {
        return OASFactory.createHeader().description(description).schema(schema);
    }

    /** Refers to headers from a response. */
    static APIResponse on(APIResponse response, List<String> names) {
        for (String name : names) {
            response.addHeader(name, OASFactory.createHeader().ref("#/components/headers/" + name));
        }
        return response;
    }
}
