package io.github.clinicaldata.operations;

import static io.restassured.RestAssured.given;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** The document that the running server serves. */
final class OpenApiDocument {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final String text;
    private final JsonNode root;

    private OpenApiDocument(String text, JsonNode root) {
        this.text = text;
        this.root = root;
    }

    static OpenApiDocument ofServer() {
        String text =
                given().get("/q/openapi?format=json").then().statusCode(200).extract().asString();
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

        /** Whether it is about what is there only once somebody asked for it: jobs and feeds. */
        boolean isOfJobs() {
            return List.of("jobs", "feeds").contains(node.path("tags").path(0).asText());
        }

        /** The status of a good answer. */
        String goodStatus() {
            return node.path("responses").has("202") ? "202" : "200";
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
        return new Operation(
                        method,
                        path,
                        root.path("paths").path(path).path(method.toLowerCase(Locale.ROOT)))
                .body();
    }

    Operation operation(String path) {
        return new Operation("get", path, root.path("paths").path(path).path("get"));
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
