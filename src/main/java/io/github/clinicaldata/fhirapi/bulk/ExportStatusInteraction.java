package io.github.clinicaldata.fhirapi.bulk;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.clinicaldata.fhirapi.Answer;
import io.github.clinicaldata.fhirapi.FhirProblem;
import io.github.clinicaldata.fhirapi.FhirRequest;
import io.github.clinicaldata.fhirapi.Interaction;
import io.github.clinicaldata.security.Gate;
import jakarta.inject.Singleton;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** {@code /fhir/bulk/{id}}: how far an export is, its manifest once it is ready, its deletion. */
@Singleton
public final class ExportStatusInteraction implements Interaction {
    static final String PATH = "bulk";

    private final Exports exports;
    private final Gate gate;
    private final ObjectMapper json;

    ExportStatusInteraction(Exports exports, Gate gate, ObjectMapper json) {
        this.exports = exports;
        this.gate = gate;
        this.json = json;
    }

    @Override
    public boolean takes(List<String> path) {
        return path.size() == 2 && path.get(0).equals(PATH);
    }

    @Override
    public List<String> methods() {
        return List.of("GET", "DELETE");
    }

    @Override
    public Answer answer(FhirRequest request) {
        String id = request.path().get(1);
        if (request.method().equals("DELETE")) {
            exports.delete(id);
            return Answer.of(202, "", new byte[0]);
        }
        Preparation preparation = exports.find(id);
        Preparation.Ready ready = preparation.ready();
        long seconds = exports.retrySeconds();
        if (ready == null) {
            if (!exports.mayPoll(preparation)) {
                throw FhirProblem.tooEarly(
                        429, "Ask for the state every " + seconds + " seconds at most", seconds);
            }
            return Answer.of(202, "", new byte[0])
                    .with(
                            Map.of(
                                    "X-Progress",
                                    preparation.progress(),
                                    "Retry-After",
                                    Long.toString(seconds)));
        }
        return manifest(request, exports.token(id), preparation.export(), ready);
    }

    private Answer manifest(
            FhirRequest request, ExportToken token, Export export, Preparation.Ready ready) {
        Map<String, Object> manifest = new LinkedHashMap<>();
        manifest.put("transactionTime", export.population().asOf() + "T00:00:00Z");
        manifest.put("request", url(request.base(), token));
        manifest.put("requiresAccessToken", gate.asksForKeys());
        manifest.put("output", output(request, ready));
        manifest.put("deleted", List.of());
        manifest.put("error", List.of());
        manifest.put(
                "extension",
                Map.of("population", export.population().name(), "members", export.members()));
        String expires =
                DateTimeFormatter.RFC_1123_DATE_TIME.format(
                        exports.expires(token).atOffset(ZoneOffset.UTC));
        try {
            return Answer.of(200, "application/json", json.writeValueAsBytes(manifest))
                    .with(Map.of("Expires", expires));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String url(String base, ExportToken token) {
        String url = base + "/" + String.join("/", token.path());
        return token.query().isEmpty() ? url : url + "?" + token.query();
    }

    private static List<Map<String, Object>> output(FhirRequest request, Preparation.Ready ready) {
        List<Map<String, Object>> output = new ArrayList<>();
        String folder = request.base() + "/" + String.join("/", request.path()) + "/";
        for (int i = 0; i < ready.files().size(); i++) {
            ExportFile file = ready.files().get(i);
            Map<String, Object> entry = new LinkedHashMap<>();
            entry.put("type", file.type().typeName());
            entry.put("url", folder + file.name());
            entry.put("count", ready.counts().get(i));
            output.add(entry);
        }
        return output;
    }
}
