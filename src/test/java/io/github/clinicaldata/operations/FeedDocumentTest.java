package io.github.clinicaldata.operations;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.clinicaldata.support.Endpoint;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Takes on the feed that the document shows, and compares the answers with its schemas. */
@QuarkusTest
class FeedDocumentTest {
    private static final String FEEDS = "/api/v1/feeds";
    private static final String FEED = FEEDS + "/{id}";

    private OpenApiDocument document;

    @BeforeEach
    void load() {
        document = OpenApiDocument.ofServer();
    }

    private OpenApiDocument.Operation operation(String method, String path) {
        return document.operations().stream()
                .filter(each -> each.method().equals(method) && each.path().equals(path))
                .findFirst()
                .orElseThrow();
    }

    private JsonNode fits(Response response, OpenApiDocument.Operation operation, int status) {
        assertThat(response.statusCode()).as(response.asString()).isEqualTo(status);
        JsonNode content =
                document.resolved(operation.node().path("responses").path(String.valueOf(status)))
                        .path("content")
                        .path(response.contentType());
        JsonNode answer = OpenApiDocument.parse(response.asString());
        assertThat(content.isMissingNode()).as(response.contentType()).isFalse();
        assertThat(document.validator(content.path("schema")).validate(answer)).isEmpty();
        return answer.path("data");
    }

    private Response send(String method, String path, String id, String body) {
        return given().contentType("application/json").body(body).request(method, path, id);
    }

    @Test
    void feedThatIsShown_isTakenOn_changed_paused_resumed_andStopped_asTheDocumentSays() {
        try (Endpoint endpoint = Endpoint.start()) {
            JsonNode content =
                    operation("post", FEEDS).node().at("/requestBody/content/application~1json");
            ObjectNode body = content.path("examples").path("example").path("value").deepCopy();
            assertThat(document.validator(content.path("schema")).validate(body)).isEmpty();
            ((ObjectNode) body.path("target")).put("url", endpoint.url());
            Response taken =
                    given().contentType("application/json").body(body.toString()).post(FEEDS);
            JsonNode feed = fits(taken, operation("post", FEEDS), 202);
            String id = feed.path("id").asText();
            assertThat(taken.header("Location")).endsWith("/api/v1/feeds/" + id);

            OpenApiDocument.Operation list = operation("get", FEEDS);
            for (JsonNode parameter : list.parameters()) {
                if (parameter.path("in").asText().equals("query")) {
                    fits(
                            given().queryParam(
                                            parameter.path("name").asText(),
                                            parameter.path("example").asText())
                                    .get(FEEDS),
                            list,
                            200);
                }
            }
            fits(given().get(FEED, id), operation("get", FEED), 200);
            fits(send("PATCH", FEED, id, "{\"rate\": \"200/s\"}"), operation("patch", FEED), 200);
            String pause = FEED + "/pause";
            String resume = FEED + "/resume";
            fits(send("POST", pause, id, ""), operation("post", pause), 200);
            fits(send("POST", resume, id, ""), operation("post", resume), 200);
            fits(given().delete(FEED, id), operation("delete", FEED), 200);
            fits(send("POST", resume, id, ""), operation("post", resume), 409);
            fits(send("PATCH", FEED, id, "{\"rate\": \"200/s\"}"), operation("patch", FEED), 409);
            fits(given().get(FEED, "no-id"), operation("get", FEED), 404);
            assertThat(given().get(pause, id).statusCode()).isEqualTo(405);
        }
    }
}
