package io.github.clinicaldata.docs;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Sends every curl command of docs/api-guide.md; a comment after one says its status. */
@QuarkusTest
class DocApiGuideTest {
    private static final Pattern URL = Pattern.compile("'http://localhost:8080(/[^']*)'");
    private static final Pattern HEADER = Pattern.compile("-H '([^:]+): ([^']*)'");
    private static final Pattern METHOD = Pattern.compile("-X ([A-Z]+)");
    private static final Pattern STATUS = Pattern.compile(" # ([0-9]{3})");

    @Test
    void everyCommand_answersAsTheGuideSays() throws IOException {
        List<String> commands =
                Files.readAllLines(Path.of("docs", "api-guide.md")).stream()
                        .filter(line -> line.startsWith("curl "))
                        .toList();

        assertThat(commands)
                .hasSizeGreaterThan(25)
                .allSatisfy(
                        command -> {
                            Response response = send(command);
                            int status = Integer.parseInt(first(STATUS, command, "200"));
                            assertThat(response.statusCode()).isEqualTo(status);
                            assertThat(response.asByteArray()).isNotEmpty();
                        });
    }

    private static Response send(String command) {
        RequestSpecification request = given().urlEncodingEnabled(false);
        Matcher header = HEADER.matcher(command);
        while (header.find()) {
            request.header(header.group(1), header.group(2));
        }
        return request.request(first(METHOD, command, "GET"), first(URL, command, "no URL"));
    }

    private static String first(Pattern pattern, String command, String otherwise) {
        Matcher matcher = pattern.matcher(command);
        return matcher.find() ? matcher.group(1) : otherwise;
    }
}
