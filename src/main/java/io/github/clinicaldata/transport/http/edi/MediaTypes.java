package io.github.clinicaldata.transport.http.edi;

import io.github.clinicaldata.transport.http.HttpProblem;
import io.vertx.core.http.HttpServerRequest;
import java.util.List;
import java.util.Locale;

/** What the body of a request is said to be. */
final class MediaTypes {
    /** How JSON is named. */
    static final List<String> JSON = List.of("application/json");

    /** How files of X12 are named: by RFC 1767, as they are found elsewhere, and as bytes. */
    static final List<String> X12 =
            List.of(
                    "application/EDI-X12",
                    "application/x12",
                    "application/edi",
                    "application/EDI-consent",
                    "text/plain",
                    "application/octet-stream");

    private static final String HEADER = "Content-Type";

    private MediaTypes() {}

    /**
     * Checks the type of a body.
     *
     * @throws HttpRefusal when it is none of those that are taken
     */
    static void require(HttpServerRequest request, List<String> taken) {
        String given = request.getHeader(HEADER);
        String type = given == null ? "" : given.split(";", 2)[0].strip();
        if (taken.stream().noneMatch(each -> each.equalsIgnoreCase(type))) {
            throw new HttpRefusal(HttpProblem.unsupportedType(given, taken));
        }
    }

    /**
     * How a body is packed.
     *
     * @return whether it is packed by gzip
     * @throws HttpRefusal when it is packed by anything else
     */
    static boolean isGzip(HttpServerRequest request) {
        String given = request.getHeader("Content-Encoding");
        String coding = given == null ? "identity" : given.strip().toLowerCase(Locale.ROOT);
        return switch (coding) {
            case "", "identity" -> false;
            case "gzip", "x-gzip" -> true;
            default ->
                    throw new HttpRefusal(
                            HttpProblem.unsupported(
                                    "Content-Encoding",
                                    "\"" + given + "\" is not taken; taken are gzip and identity"));
        };
    }
}
