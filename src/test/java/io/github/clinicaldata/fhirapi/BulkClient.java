package io.github.clinicaldata.fhirapi;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/** A client of Bulk Data: begins an export, asks until it is ready, downloads its files. */
final class BulkClient {
    private static final int MOST_POLLS = 300;

    private BulkClient() {}

    /** Begins an export and answers where its state is. */
    static String start(String path) {
        HttpResponse<String> response = kickOff(path);
        if (response.statusCode() != 202) {
            throw new AssertionError(response.statusCode() + " " + response.body());
        }
        return response.headers().firstValue("Content-Location").orElseThrow();
    }

    static HttpResponse<String> kickOff(String path) {
        return FhirServer.get(path, "Accept", "application/fhir+json", "Prefer", "respond-async");
    }

    /** Waits as long as the server says, until it answers with something else than 202. */
    static HttpResponse<String> await(String state) {
        for (int poll = 0; poll < MOST_POLLS; poll++) {
            HttpResponse<String> response = FhirServer.get(state, "Accept", "application/json");
            if (response.statusCode() != 202) {
                return response;
            }
            sleep(Long.parseLong(response.headers().firstValue("Retry-After").orElseThrow()));
        }
        throw new AssertionError("The export is never ready");
    }

    private static void sleep(long seconds) {
        try {
            TimeUnit.MILLISECONDS.sleep(seconds * 1000 + 50);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The manifest of an export. */
    static JsonNode manifest(String path) {
        HttpResponse<String> response = await(start(path));
        if (response.statusCode() != 200) {
            throw new AssertionError(response.statusCode() + " " + response.body());
        }
        return FhirServer.tree(response.body());
    }

    /** The lines of each file by its URL. */
    static Map<String, List<String>> files(JsonNode manifest) {
        Map<String, List<String>> files = new TreeMap<>();
        for (JsonNode output : manifest.path("output")) {
            String url = output.path("url").asText();
            files.put(url, FhirServer.get(url).body().lines().toList());
        }
        return files;
    }

    /** All resources of an export. */
    static List<JsonNode> resources(JsonNode manifest) {
        List<JsonNode> resources = new ArrayList<>();
        files(manifest)
                .values()
                .forEach(lines -> lines.forEach(line -> resources.add(FhirServer.tree(line))));
        return resources;
    }
}
