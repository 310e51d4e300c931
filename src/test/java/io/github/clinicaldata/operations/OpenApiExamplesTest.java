package io.github.clinicaldata.operations;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Sends what the document shows and compares what comes back. */
@QuarkusTest
class OpenApiExamplesTest {
    private static final String EVENTS = "text/event-stream";
    private static final String FORM = "application/x-www-form-urlencoded";

    private final HttpClient client = HttpClient.newHttpClient();

    @TestHTTPResource URI uri;
    private OpenApiDocument document;

    @BeforeEach
    void load() {
        document = OpenApiDocument.ofServer();
    }

    private List<OpenApiDocument.Example> examples() {
        return document.operations().stream()
                .flatMap(operation -> document.examples(operation).stream())
                .distinct()
                .toList();
    }

    @Test
    void everyExample_fitsItsSchema() {
        List<String> problems = new ArrayList<>();
        for (OpenApiDocument.Example example : examples()) {
            if (!example.isBinary()) {
                document.validator(example.schema())
                        .validate(example.value())
                        .forEach(problem -> problems.add(example + ": " + problem));
            }
        }
        assertThat(problems).isEmpty();
    }

    @Test
    void everyLineOfJson_fitsTheSchemaOfItsRecord() {
        List<String> problems = new ArrayList<>();
        int lines = 0;
        for (OpenApiDocument.Example example : examples()) {
            if (!example.mediaType().equals("application/x-ndjson")) {
                continue;
            }
            JsonNode schema =
                    OpenApiDocument.parse(
                            "{\"$ref\":" + example.schema().path("x-record-schema") + "}");
            for (String line : example.value().asText().split("\n", -1)) {
                if (!line.isEmpty()) {
                    lines++;
                    document.validator(schema)
                            .validate(OpenApiDocument.parse(line))
                            .forEach(problem -> problems.add(example + ": " + problem));
                }
            }
        }
        assertThat(lines).isPositive();
        assertThat(problems).isEmpty();
    }

    @Test
    void everyExample_isWhatTheServerAnswers() {
        // those of jobs are sent in JobDocumentTest, which takes one on first
        List<OpenApiDocument.Example> sent =
                document.operations().stream()
                        .filter(operation -> !operation.isOfJobs())
                        .flatMap(operation -> document.examples(operation).stream())
                        .distinct()
                        .filter(example -> !example.status().equals("503"))
                        .toList();

        assertThat(sent).hasSizeGreaterThan(20).allSatisfy(this::isAnswered);
    }

    private void isAnswered(OpenApiDocument.Example example) {
        String[] request = example.request().split(" ", 2);
        RequestSpecification sent =
                given().config(
                                RestAssuredConfig.config()
                                        .encoderConfig(
                                                EncoderConfig.encoderConfig()
                                                        .encodeContentTypeAs(
                                                                FORM, ContentType.TEXT)))
                        .urlEncodingEnabled(false)
                        .header("Accept", accepted(example))
                        .header("X-Request-ID", "example-1");
        document.body(request[0], request[1])
                .forEach((type, body) -> sent.contentType(type).body(body));
        Response response = sent.request(request[0], request[1]);

        assertThat(response.statusCode()).isEqualTo(Integer.parseInt(example.status()));
        assertThat(response.contentType()).isEqualTo(example.mediaType());
        JsonNode value = example.value();
        if (example.isBinary()) {
            assertThat(response.asByteArray()).isNotEmpty();
        } else if (value.isTextual()) {
            assertThat(withoutComments(response.asString())).isEqualTo(value.asText());
        } else {
            assertThat(withoutTime(OpenApiDocument.parse(response.asString())))
                    .isEqualTo(withoutTime(value));
        }
    }

    /** Problem details are asked for beside what a good answer is to be. */
    private static String accepted(OpenApiDocument.Example example) {
        return example.mediaType().equals("application/problem+json")
                ? example.mediaType() + ", */*;q=0.1"
                : example.mediaType();
    }

    private static String withoutComments(String events) {
        return events.replaceAll("(?m)^:\n\n", "");
    }

    private static JsonNode withoutTime(JsonNode value) {
        JsonNode copy = value.deepCopy();
        if (copy instanceof ObjectNode object) {
            object.remove("timestamp");
        }
        return copy;
    }

    @Test
    void everyExampleOfAParameter_isTaken_andAnsweredInADocumentedMediaType() throws Exception {
        List<String> refused = new ArrayList<>();
        int sent = 0;
        for (OpenApiDocument.Operation operation : document.operations()) {
            if (operation.isOfJobs()) {
                continue;
            }
            for (JsonNode parameter : operation.parameters()) {
                HttpResponse<String> response = send(operation, parameter);
                sent++;
                String type = response.headers().firstValue("Content-Type").orElse("");
                JsonNode content = operation.node().at("/responses/200/content");
                if (response.statusCode() != 200 || !content.has(type)) {
                    refused.add(
                            "%s %s=%s: %d %s %s"
                                    .formatted(
                                            operation,
                                            parameter.path("name").asText(),
                                            parameter.path("example").asText(),
                                            response.statusCode(),
                                            type,
                                            response.body()));
                }
            }
        }
        assertThat(sent).isGreaterThan(80);
        assertThat(refused).isEmpty();
    }

    /** More than a thousand requests, which REST Assured would take most of a minute for. */
    private HttpResponse<String> send(OpenApiDocument.Operation operation, JsonNode parameter)
            throws IOException, InterruptedException {
        String name = parameter.path("name").asText();
        String example = parameter.path("example").asText();
        List<String> query = new ArrayList<>();
        HttpRequest.Builder request = HttpRequest.newBuilder();
        switch (parameter.path("in").asText()) {
            case "query" -> query.add(name + "=" + URLEncoder.encode(example, UTF_8));
            case "header" -> request.header(name, example);
            default -> {
                // the path has it already
            }
        }
        if (operation.examplePath().endsWith("/profile") && !name.equals("count")) {
            // rare values are not to be searched for ten thousand times
            query.add("count=50");
        }
        if (name.equals("Last-Event-ID")) {
            request.header("Accept", EVENTS);
        }
        BodyPublisher[] body = {BodyPublishers.noBody()};
        operation
                .body()
                .forEach(
                        (type, content) -> {
                            request.header("Content-Type", type);
                            body[0] = BodyPublishers.ofByteArray(content);
                        });
        String path = operation.examplePath();
        String separator = path.contains("?") ? "&" : "?";
        request.uri(
                uri.resolve(query.isEmpty() ? path : path + separator + String.join("&", query)));
        return client.send(
                request.method(operation.method().toUpperCase(Locale.ROOT), body[0]).build(),
                HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void everyExampleOfAParameter_fitsItsSchema() {
        List<String> problems = new ArrayList<>();
        for (OpenApiDocument.Operation operation : document.operations()) {
            for (JsonNode parameter : operation.parameters()) {
                document.validator(parameter.path("schema"))
                        .validate(parameter.path("example"))
                        .forEach(
                                problem ->
                                        problems.add(
                                                operation
                                                        + " "
                                                        + parameter.path("name")
                                                        + ": "
                                                        + problem));
            }
        }
        assertThat(problems).isEmpty();
    }

    @Test
    void documentedHeaders_areThere() {
        for (OpenApiDocument.Operation operation : document.operations()) {
            if (!operation.path().endsWith("/stream")) {
                continue;
            }
            Response response = given().get(operation.path() + "?count=1");
            operation
                    .node()
                    .at("/responses/200/headers")
                    .fieldNames()
                    .forEachRemaining(
                            header -> assertThat(response.header(header)).as(header).isNotBlank());
        }
    }
}
