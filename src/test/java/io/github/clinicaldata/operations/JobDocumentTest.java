package io.github.clinicaldata.operations;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.clinicaldata.plan.Catalog;
import io.github.clinicaldata.record.RecordKind;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Takes on the jobs that the document shows, and compares the answers with its schemas. */
@QuarkusTest
class JobDocumentTest {
    private static final String JOB = "/api/v1/jobs/{id}";

    @Inject Catalog catalog;

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

    private JsonNode take(RecordKind<?> kind, String body) {
        String path = "/api/v1/" + kind.name() + "/generate";
        Response response = given().contentType("application/json").body(body).post(path);
        return fits(response, operation("post", path), 202);
    }

    private JsonNode finished(JsonNode job) {
        JsonNode[] last = new JsonNode[1];
        Awaitility.await()
                .until(
                        () -> {
                            Response response = given().get(JOB, job.path("id").asText());
                            last[0] = fits(response, operation("get", JOB), 200);
                            return last[0].path("status").asText().equals("done");
                        });
        return last[0];
    }

    @Test
    void everyBody_thatIsShown_isTakenOn_andFitsItsSchema() {
        for (RecordKind<?> kind : catalog.kinds()) {
            JsonNode content =
                    operation("post", "/api/v1/" + kind.name() + "/generate")
                            .node()
                            .at("/requestBody/content/application~1json");
            JsonNode body = content.path("examples").path("example").path("value");

            assertThat(document.validator(content.path("schema")).validate(body)).isEmpty();
            JsonNode job = finished(take(kind, body.toString()));
            assertThat(job.path("record_count").asInt()).isEqualTo(100);
        }
    }

    @Test
    void everyFieldThatIsShown_isKnown() {
        for (RecordKind<?> kind : catalog.kinds()) {
            String path = "/api/v1/" + kind.name() + "/generate";
            List<String> fields = new ArrayList<>();
            operation("post", path)
                    .node()
                    .at("/requestBody/content/application~1json/schema/properties")
                    .fieldNames()
                    .forEachRemaining(fields::add);

            assertThat(fields).contains("record_count", "output_format", "seed");
            for (String field : fields) {
                // no job has 0 records, so nothing is taken on
                Response response =
                        given().contentType("application/json")
                                .body("{\"%s\": [], \"record_count\": 0}".formatted(field))
                                .post(path);
                assertThat(response.statusCode()).isBetween(400, 422);
                assertThat(response.asString()).doesNotContain("is not known");
            }
        }
    }

    @Test
    void jobs_areFound_listed_watched_downloaded_andDeleted_asTheDocumentSays() {
        RecordKind<?> kind = catalog.kind("members").orElseThrow();
        JsonNode job = finished(take(kind, "{\"record_count\": 5, \"include_metadata\": true}"));
        String id = job.path("id").asText();

        OpenApiDocument.Operation list = operation("get", "/api/v1/jobs");
        for (JsonNode parameter : list.parameters()) {
            if (parameter.path("in").asText().equals("query")) {
                Response page =
                        given().queryParam(
                                        parameter.path("name").asText(),
                                        parameter.path("example").asText())
                                .get("/api/v1/jobs");
                fits(page, list, 200);
            }
        }
        Response events = given().get(JOB + "/events", id);
        assertThat(events.contentType()).startsWith("text/event-stream");
        Response file = given().get(job.path("download_url").asText());
        assertThat(file.asString().lines()).hasSize(5);
        assertThat(file.header("X-Request-ID")).isNotBlank();
        fits(given().delete(JOB, id), operation("delete", JOB), 200);
        fits(given().get("/downloads/x"), operation("get", "/downloads/{file}"), 404);
        Response gone = given().get(job.path("download_url").asText());
        fits(gone, operation("get", "/downloads/{file}"), 410);
    }
}
