package io.github.clinicaldata.transport.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

@QuarkusTest
class DocumentedPathsTest {
    @Test
    void everyPathOfTheTable_isDocumentedWithItsMethods() {
        Map<String, Map<String, Object>> paths =
                given().get("/q/openapi?format=json")
                        .then()
                        .statusCode(200)
                        .extract()
                        .jsonPath()
                        .getMap("paths");
        Map<String, Set<String>> documented = new TreeMap<>();
        paths.forEach(
                (path, operations) ->
                        PathMethods.of(path)
                                .ifPresent(
                                        entry ->
                                                operations
                                                        .keySet()
                                                        .forEach(
                                                                method ->
                                                                        add(
                                                                                documented,
                                                                                entry,
                                                                                method))));
        Map<String, Set<String>> table = new TreeMap<>();
        for (PathMethods.Entry entry : PathMethods.all()) {
            Set<String> methods = new TreeSet<>(Set.of(entry.methods().split(", ")));
            // it goes with GET, and is documented with it
            methods.remove("HEAD");
            table.put(entry.path(), methods);
        }

        assertThat(documented).isEqualTo(table);
    }

    private static void add(
            Map<String, Set<String>> documented, PathMethods.Entry entry, String method) {
        documented
                .computeIfAbsent(entry.path(), path -> new TreeSet<>())
                .add(method.toUpperCase(Locale.ROOT));
    }

    @Test
    void everyOperationOfTheFhirServer_isDocumented() {
        assertThat(
                        given().get("/q/openapi?format=json")
                                .then()
                                .extract()
                                .jsonPath()
                                .<String, Object>getMap("paths"))
                .containsKeys(
                        "/fhir/$export",
                        "/fhir/Patient/$export",
                        "/fhir/Group/{id}/$export",
                        "/fhir/Group",
                        "/fhir/Group/{id}",
                        "/fhir/bulk/{export}",
                        "/fhir/bulk/{export}/{file}",
                        "/fhir/$validate",
                        "/fhir/{type}/$validate",
                        "/fhir/{type}/_search",
                        "/fhir/Patient/{id}/$everything");
    }
}
