package io.github.clinicaldata.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Sends every curl command of docs/api-guide.md. */
@QuarkusTest
class DocApiGuideTest {
    @Test
    void everyCommand_answersAsTheGuideSays() throws IOException {
        assertThat(CurlCommand.of(Path.of("docs", "api-guide.md")))
                .hasSizeGreaterThan(25)
                .allSatisfy(
                        command -> {
                            Response response = command.send();
                            assertThat(response.statusCode()).isEqualTo(command.status());
                            assertThat(response.asByteArray()).isNotEmpty();
                        });
    }
}
