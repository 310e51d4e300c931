package io.github.clinicaldata.fhirapi;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.ConfigProvider;

/** The running server as a client of FHIR meets it. */
final class FhirServer {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private FhirServer() {}

    /** The server's address without a slash at its end. */
    static String root() {
        String url = ConfigProvider.getConfig().getValue("test.url", String.class);
        return url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
    }

    /** The URL of the service. */
    static String base() {
        return root() + "/fhir";
    }

    /** Sends a request; headers are name, value, name, value. */
    static HttpResponse<String> send(String method, String url, String body, String... headers) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(url.startsWith("http") ? url : base() + url))
                        .method(method, HttpRequest.BodyPublishers.ofString(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Gets a path below {@code /fhir}, or a URL. */
    static HttpResponse<String> get(String url, String... headers) {
        return send("GET", url, "", headers);
    }

    /** A file that is read line by line, since it may be too long for the heap. */
    static HttpResponse<Stream<String>> lines(String url) {
        try {
            return CLIENT.send(
                    HttpRequest.newBuilder(URI.create(url)).build(),
                    HttpResponse.BodyHandlers.ofLines());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The JSON of a path below {@code /fhir}, or of a URL. */
    static JsonNode json(String url) {
        return tree(get(url).body());
    }

    /** A text as JSON. */
    static JsonNode tree(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new AssertionError("No JSON: " + text, e);
        }
    }

    /** The resources of a Bundle. */
    static List<JsonNode> resources(JsonNode bundle) {
        List<JsonNode> resources = new ArrayList<>();
        bundle.path("entry").forEach(entry -> resources.add(entry.path("resource")));
        return resources;
    }

    /** Type and id of a resource. */
    static String path(JsonNode resource) {
        return resource.path("resourceType").asText() + "/" + resource.path("id").asText();
    }

    /** The URL of a relation of a Bundle, or empty. */
    static String link(JsonNode bundle, String relation) {
        for (JsonNode link : bundle.path("link")) {
            if (link.path("relation").asText().equals(relation)) {
                return link.path("url").asText();
            }
        }
        return "";
    }

    /** What an OperationOutcome says. */
    static String diagnostics(HttpResponse<String> response) {
        JsonNode outcome = tree(response.body());
        if (!outcome.path("resourceType").asText().equals("OperationOutcome")) {
            throw new AssertionError("No OperationOutcome: " + response.body());
        }
        return outcome.path("issue").path(0).path("diagnostics").asText();
    }

    /** All references in a resource. */
    static List<String> references(JsonNode resource) {
        return resource.findValues("reference").stream()
                .filter(JsonNode::isTextual)
                .map(JsonNode::asText)
                .filter(reference -> !reference.startsWith("#"))
                .toList();
    }
}
