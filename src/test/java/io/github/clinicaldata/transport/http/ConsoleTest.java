package io.github.clinicaldata.transport.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;

import io.github.clinicaldata.plan.Catalog;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The page at the root, and what it asks the server for. */
@QuarkusTest
class ConsoleTest {
    private static final Pattern OWN_FILE =
            Pattern.compile(
                    "(?:href=|src=|from )[\"'](?:\\./)?((?:console/)?[a-z]+\\.(?:js|css))[\"']");

    @Inject Catalog catalog;

    @Test
    void root_isThePage() {
        given().get("/")
                .then()
                .statusCode(200)
                .contentType(containsString("text/html"))
                .body(containsString("Clinical Data Generator"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/index.html", "/console/console.js", "/console/console.css"})
    void pageAndItsFiles_areAskedForAgainBeforeTheyAreShown_andSentOnlyWhenTheyChange(String path) {
        String changed =
                given().get(path)
                        .then()
                        .statusCode(200)
                        .header("Cache-Control", equalTo("no-cache"))
                        .extract()
                        .header("Last-Modified");
        given().header("If-Modified-Since", changed)
                .get(path)
                .then()
                .statusCode(304)
                .header("Cache-Control", equalTo("no-cache"));
    }

    @Test
    void everyFileThatThePageNeeds_isServed_andComesFromHere() {
        Deque<String> open = new ArrayDeque<>(Set.of("index.html"));
        Set<String> seen = new TreeSet<>();
        while (!open.isEmpty()) {
            String file = open.pop();
            if (seen.add(file)) {
                String text = given().get("/" + file).then().statusCode(200).extract().asString();
                assertThat(text).as(file).doesNotContain("https://", "innerHTML", "eval(");
                Matcher own = OWN_FILE.matcher(text);
                while (own.find()) {
                    open.add(
                            own.group(1).startsWith("console/")
                                    ? own.group(1)
                                    : "console/" + own.group(1));
                }
            }
        }

        assertThat(seen).hasSizeGreaterThan(7);
    }

    @Test
    void kinds_areAllThatTheCatalogHas() {
        given().get("/api/v1/kinds")
                .then()
                .statusCode(200)
                .body("data.kinds", hasSize(catalog.kinds().size()))
                .body("data.kinds.name", hasItems("members", "claims"));
    }

    @Test
    void aKind_hasItsFormatsParametersAndRelations() {
        given().get("/api/v1/kinds/members")
                .then()
                .statusCode(200)
                .body("data.formats.name", hasItems("csv", "ndjson"))
                .body("data.parameters.name", hasItems("count", "age_min"))
                .body("data.parameters.find { it.name == 'count' }.low", equalTo(1))
                .body("data.relations.find { it.name == 'claims' }.target", equalTo("claims"));
    }

    @Test
    void anUnknownKind_isRefusedWithWhatThereIs() {
        given().get("/api/v1/kinds/patients")
                .then()
                .statusCode(404)
                .body("error.code", equalTo("NOT_FOUND"))
                .body("error.details.field", hasItem("kind"));
    }
}
