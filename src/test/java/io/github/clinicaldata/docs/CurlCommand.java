package io.github.clinicaldata.docs;

import static io.restassured.RestAssured.given;

import io.restassured.RestAssured;
import io.restassured.config.EncoderConfig;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A curl command of a page, sent to the server of a test; a comment after it says its status. */
record CurlCommand(String line) {
    private static final Pattern URL =
            Pattern.compile("(?:localhost|127[.]0[.]0[.]1):[0-9]+(/[^' ]*)");
    private static final Pattern HEADER = Pattern.compile("-H '([^:]+): ([^']*)'");
    private static final Pattern METHOD = Pattern.compile("-X ([A-Z]+)");
    private static final Pattern BODY = Pattern.compile("-d '?([^' ][^']*?)(?:'| '|$)");
    private static final Pattern STATUS = Pattern.compile(" # ([0-9]{3})");

    /** The commands of a page, in their order. */
    static List<CurlCommand> of(Path page) throws IOException {
        return Files.readAllLines(page).stream()
                .filter(line -> line.startsWith("curl "))
                .map(CurlCommand::new)
                .toList();
    }

    /** The command with what a reader puts in for words such as {@code {id}}. */
    CurlCommand with(Map<String, String> words) {
        String filled = line;
        for (Map.Entry<String, String> word : words.entrySet()) {
            filled = filled.replace(word.getKey(), word.getValue());
        }
        return new CurlCommand(filled);
    }

    /** The status that the page says. */
    int status() {
        return Integer.parseInt(first(STATUS, "200"));
    }

    /** What the server answers. */
    Response send() {
        RequestSpecification request =
                given().urlEncodingEnabled(false)
                        .config(
                                RestAssured.config()
                                        .encoderConfig(
                                                EncoderConfig.encoderConfig()
                                                        .appendDefaultContentCharsetToContentTypeIfUndefined(
                                                                false)));
        Matcher header = HEADER.matcher(line);
        while (header.find()) {
            request.header(header.group(1), header.group(2));
        }
        String body = first(BODY, "");
        if (!body.isEmpty()) {
            request.body(body);
        }
        String method = first(METHOD, body.isEmpty() ? "GET" : "POST");
        return request.request(method, first(URL, "no URL"));
    }

    private String first(Pattern pattern, String otherwise) {
        Matcher matcher = pattern.matcher(line);
        return matcher.find() ? matcher.group(1) : otherwise;
    }
}
