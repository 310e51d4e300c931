package io.github.clinicaldata.operations;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Begins the exports that the document shows, and compares the answers with it. */
@QuarkusTest
class BulkDocumentTest {
    private static final List<String> PATHS =
            List.of("/fhir/$export", "/fhir/Patient/$export", "/fhir/Group/{id}/$export");
    private static final String ONE = "/fhir/bulk/{export}";

    private OpenApiDocument document;

    @BeforeEach
    void load() {
        document = OpenApiDocument.ofServer();
    }

    private static String begun(Response response) {
        assertThat(response.statusCode()).as(response.asString()).isEqualTo(202);
        assertThat(response.asString()).isEmpty();
        return response.header("Content-Location");
    }

    private static void give(String state) {
        assertThat(given().delete(state).statusCode()).isEqualTo(202);
    }

    @Test
    void everyExportThatIsShown_begins_withEachOfItsParameters() {
        for (String path : PATHS) {
            OpenApiDocument.Operation get = document.operation("get", path);
            assertThat(get.node().at("/responses/202/headers").has("Content-Location")).isTrue();
            for (JsonNode parameter : get.parameters()) {
                if (parameter.path("in").asText().equals("query")) {
                    give(
                            begun(
                                    given().header("Prefer", "respond-async")
                                            .queryParam(
                                                    parameter.path("name").asText(),
                                                    parameter.path("example").asText())
                                            .get(get.examplePath())));
                }
            }
            document.operation("post", path)
                    .body()
                    .forEach(
                            (type, body) ->
                                    give(
                                            begun(
                                                    given().header("Prefer", "respond-async")
                                                            .contentType(type)
                                                            .body(body)
                                                            .post(get.examplePath()))));
        }
    }

    @Test
    void export_isAskedAbout_downloaded_andGivenUp_asTheDocumentSays() {
        String state =
                begun(
                        given().header("Prefer", "respond-async")
                                .get("/fhir/$export?_type=Patient&_members=64"));
        Response[] last = new Response[1];
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(1100))
                .until(
                        () -> {
                            last[0] = given().get(state);
                            return last[0].statusCode() == 200;
                        });
        JsonNode manifest = document.fits(last[0], document.operation("get", ONE), 200);
        Response file = given().get(manifest.at("/output/0/url").asText());
        assertThat(file.contentType()).isEqualTo("application/fhir+ndjson");
        assertThat(file.asString().lines()).hasSize(64);
        give(state);
    }
}
