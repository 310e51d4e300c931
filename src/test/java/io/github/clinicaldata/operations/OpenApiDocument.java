package io.github.clinicaldata.operations;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** The document that the running server serves. */
final class OpenApiDocument {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> OF_JOBS =
            List.of("jobs", "feeds", "fhir-bulk", "admin", "smart");

    private final String text;
    private final JsonNode root;

    private OpenApiDocument(String text, JsonNode root) {
        this.text = text;
        this.root = root;
    }

    static OpenApiDocument ofServer() {
        return of(given());
    }

    /** The document as a request with a key gets it. */
    static OpenApiDocument of(RequestSpecification request) {
        String text =
                request.get("/q/openapi?format=json").then().statusCode(200).extract().asString();
        return new OpenApiDocument(text, parse(text));
    }

    static JsonNode parse(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new AssertionError(text, e);
        }
    }

    /** An operation. */
    record Operation(String method, String path, JsonNode node) {
        String id() {
            return node.path("operationId").asText();
        }

        /**
         * Whether it is about what is there only once somebody asked for it, such as jobs, or is
         * for those alone who run the server.
         */
        boolean isOfJobs() {
            return OF_JOBS.contains(node.path("tags").path(0).asText());
        }

        /** The status of a good answer. */
        String goodStatus() {
            return List.of("202", "201").stream()
                    .filter(status -> node.path("responses").has(status))
                    .findFirst()
                    .orElse("200");
        }

        List<JsonNode> parameters() {
            List<JsonNode> parameters = new ArrayList<>();
            node.path("parameters").forEach(parameters::add);
            return parameters;
        }

        /** The example of the body that it takes, by its media type; empty where it takes none. */
        Map<String, byte[]> body() {
            Map<String, byte[]> bodies = new TreeMap<>();
            for (Map.Entry<String, JsonNode> content :
                    node.at("/requestBody/content").properties()) {
                JsonNode value = content.getValue().at("/examples/example/value");
                String text = value.isTextual() ? value.asText() : value.toString();
                bodies.put(content.getKey(), text.getBytes(StandardCharsets.UTF_8));
            }
            return bodies;
        }

        /** The path with the examples of its parameters. */
        String examplePath() {
            String example = path;
            for (JsonNode parameter : parameters()) {
                if (parameter.path("in").asText().equals("path")) {
                    example =
                            example.replace(
                                    "{" + parameter.path("name").asText() + "}",
                                    parameter.path("example").asText());
                }
            }
            return example;
        }

        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    /** An example of an answer; schema and value are missing nodes for bytes. */
    record Example(
            String status, String mediaType, JsonNode schema, String request, JsonNode value) {
        boolean isBinary() {
            return value.isMissingNode();
        }

        @Override
        public String toString() {
            return "%s as %s gives %s".formatted(request, mediaType, status);
        }
    }

    String text() {
        return text;
    }

    JsonNode root() {
        return root;
    }

    List<Operation> operations() {
        List<Operation> operations = new ArrayList<>();
        for (Map.Entry<String, JsonNode> item : root.path("paths").properties()) {
            for (Map.Entry<String, JsonNode> each : item.getValue().properties()) {
                operations.add(new Operation(each.getKey(), item.getKey(), each.getValue()));
            }
        }
        return operations;
    }

    /** The body that goes with a request of an example, by its media type. */
    Map<String, byte[]> body(String method, String path) {
        return operations().stream()
                .filter(each -> each.method().equals(method.toLowerCase(Locale.ROOT)))
                .filter(each -> each.examplePath().equals(path))
                .findFirst()
                .map(Operation::body)
                .orElse(Map.of());
    }

    Operation operation(String path) {
        return new Operation("get", path, root.path("paths").path(path).path("get"));
    }

    Operation operation(String method, String path) {
        JsonNode node = root.path("paths").path(path).path(method);
        assertThat(node.isMissingNode()).as("%s %s", method, path).isFalse();
        return new Operation(method, path, node);
    }

    /** The answer to an operation, which is of a status and fits what is said of it. */
    JsonNode fits(Response response, Operation operation, int status) {
        assertThat(response.statusCode()).as(response.asString()).isEqualTo(status);
        JsonNode content =
                resolved(operation.node().path("responses").path(String.valueOf(status)))
                        .path("content")
                        .path(response.contentType());
        JsonNode answer = parse(response.asString());
        assertThat(content.isMissingNode()).as(response.contentType()).isFalse();
        assertThat(validator(content.path("schema")).validate(answer)).isEmpty();
        return answer;
    }

    JsonNode resolved(JsonNode node) {
        String reference = node.path("$ref").asText();
        return reference.isEmpty() ? node : root.at(reference.substring(1));
    }

    List<Example> examples(Operation operation) {
        List<Example> examples = new ArrayList<>();
        for (Map.Entry<String, JsonNode> response :
                operation.node().path("responses").properties()) {
            JsonNode contents = resolved(response.getValue()).path("content");
            for (Map.Entry<String, JsonNode> content : contents.properties()) {
                for (JsonNode example : content.getValue().path("examples")) {
                    examples.add(
                            example(
                                    response.getKey(),
                                    content.getKey(),
                                    content.getValue(),
                                    example));
                }
            }
        }
        return examples;
    }

    private static Example example(
            String status, String mediaType, JsonNode content, JsonNode example) {
        return new Example(
                status,
                mediaType,
                content.path("schema"),
                example.path("summary").asText(),
                example.path("value"));
    }

    /** A validator of one of the document's schemas, which may refer to its components. */
    JsonSchema validator(JsonNode schema) {
        ObjectNode whole = JSON.createObjectNode();
        whole.putArray("allOf").add(schema);
        whole.set("components", root.path("components"));
        return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(whole);
    }
}
