package io.github.clinicaldata.docs;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Sends every curl command of docs/fhir-api.md, with what the answers before it have told. */
@QuarkusTest
class DocFhirApiTest {
    private static final String STATE = "{Content-Location}";
    private static final String FILE = "{url of an output}";

    @Test
    void everyCommand_answersAsThePageSays() throws IOException {
        List<CurlCommand> commands = CurlCommand.of(Path.of("docs", "fhir-api.md"));
        assertThat(commands).hasSizeGreaterThan(10);
        Map<String, String> words = new HashMap<>();
        words.put("{id}", given().get("/fhir/Patient?_count=1").path("entry[0].resource.id"));
        words.put(
                "-d @patient.json",
                "-d '"
                        + given().get("/fhir/Patient/" + words.get("{id}"))
                                .asString()
                                .replace("'", "\\u0027")
                        + "'");
        for (CurlCommand template : commands) {
            CurlCommand command = template.with(words);
            boolean waits = template.line().endsWith("then 200 with the manifest");
            Response response = waits ? ready(command) : command.send();
            assertThat(response.statusCode())
                    .as(template.line())
                    .isEqualTo(waits ? 200 : command.status());
            if (response.header("Content-Location") != null) {
                words.put(STATE, response.header("Content-Location"));
            }
            if (waits) {
                words.put(FILE, response.path("output[0].url"));
            }
        }
        assertThat(words).containsKeys(STATE, FILE);
    }

    /** The answer when an export is prepared; who asks more often than once a second is refused. */
    private static Response ready(CurlCommand command) {
        return await().atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(1200))
                .until(command::send, answer -> answer.statusCode() != 202);
    }

    @Test
    void barOfAnIdentifier_isEncodedInEveryUrl() throws IOException {
        assertThat(CurlCommand.of(Path.of("docs", "fhir-api.md")))
                .anyMatch(command -> command.line().contains("identifier="))
                .noneMatch(command -> command.line().contains("|"));
    }
}
