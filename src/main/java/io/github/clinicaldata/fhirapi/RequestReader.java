package io.github.clinicaldata.fhirapi;

import io.github.clinicaldata.transport.http.RangeRequest;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.jspecify.annotations.Nullable;

/** Reads what Vert.x has received. */
final class RequestReader {
    static final String PATH = "/fhir";

    /** The media type of searches that are posted. */
    static final String FORM = "application/x-www-form-urlencoded";

    private RequestReader() {}

    /**
     * Reads a request, its body too if it has one.
     *
     * @throws FhirProblem when it can't be read
     */
    static FhirRequest read(RoutingContext context, List<String> acceptedMediaTypes) {
        String contentType = contentType(context);
        String body = context.body() == null ? "" : text(context.body().asString());
        List<String> path = path(context);
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        add(context.queryParams(), parameters);
        if (contentType.equals(FORM)) {
            addForm(body, parameters);
        }
        return new FhirRequest(
                context.request().method().name(),
                path,
                parameters,
                text(context.request().query()),
                body,
                contentType,
                acceptedMediaTypes,
                preferences(context),
                RangeRequest.of(context.request()),
                base(context));
    }

    private static String text(@Nullable String given) {
        return given == null ? "" : given;
    }

    private static String contentType(RoutingContext context) {
        String given = text(context.request().getHeader("Content-Type"));
        int semicolon = given.indexOf(';');
        return (semicolon < 0 ? given : given.substring(0, semicolon))
                .strip()
                .toLowerCase(Locale.ROOT);
    }

    private static List<String> path(RoutingContext context) {
        List<String> path = new ArrayList<>();
        for (String segment : context.normalizedPath().substring(PATH.length()).split("/")) {
            if (!segment.isEmpty()) {
                path.add(decode(segment.replace("+", "%2B")));
            }
        }
        return path;
    }

    private static String decode(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new FhirProblem(
                    400, IssueType.INVALID, "The percent signs of the URL can't be decoded");
        }
    }

    private static void add(MultiMap given, Map<String, List<String>> parameters) {
        for (String name : given.names()) {
            // a list of its own, since a form may have further values
            parameters.put(name, new ArrayList<>(given.getAll(name)));
        }
    }

    private static void addForm(String body, Map<String, List<String>> parameters) {
        for (String pair : body.split("&")) {
            if (!pair.isEmpty()) {
                String[] parts = pair.split("=", 2);
                parameters
                        .computeIfAbsent(decode(parts[0]), name -> new ArrayList<>())
                        .add(parts.length == 2 ? decode(parts[1]) : "");
            }
        }
    }

    private static Set<String> preferences(RoutingContext context) {
        Set<String> preferences = new TreeSet<>();
        for (String header : context.request().headers().getAll("Prefer")) {
            for (String preference : header.split("[,;]")) {
                preferences.add(preference.strip().toLowerCase(Locale.ROOT).replace("\"", ""));
            }
        }
        return preferences;
    }

    /** The URL of the service as the client names it. */
    private static String base(RoutingContext context) {
        URI uri = URI.create(context.request().absoluteURI().split("\\?", 2)[0]);
        return uri.getScheme() + "://" + uri.getRawAuthority() + PATH;
    }

    /** Whether a method can have a body that is to be read. */
    static boolean hasBody(HttpMethod method) {
        return method != HttpMethod.GET && method != HttpMethod.HEAD;
    }
}
