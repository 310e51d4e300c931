package io.github.clinicaldata.operations;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.clinicaldata.security.key.ApiKeys;
import io.github.clinicaldata.transport.http.AuditedServer;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Does as an admin what the document shows, and compares the answers with its schemas. */
@QuarkusTest
@TestProfile(AuditedServer.class)
class AdminDocumentTest {
    private static final String KEYS = "/api/v1/admin/keys";
    private static final String CLIENTS = "/api/v1/admin/smart-clients";
    private static final String AUDIT = "/api/v1/audit";
    private static final String SMART = "/.well-known/smart-configuration";

    @Inject ApiKeys keys;
    private String admin;
    private OpenApiDocument document;

    @BeforeEach
    void load() {
        admin = keys.create("admin", List.of("admin", "stream"), null).text();
        document = OpenApiDocument.of(asAdmin());
    }

    private RequestSpecification asAdmin() {
        return given().header("X-API-Key", admin);
    }

    private OpenApiDocument.Operation operation(String method, String path) {
        return document.operation(method, path);
    }

    private JsonNode fits(Response response, OpenApiDocument.Operation operation, int status) {
        return document.fits(response, operation, status);
    }

    private ObjectNode body(String path) {
        JsonNode content =
                operation("post", path).node().at("/requestBody/content/application~1json");
        JsonNode body = content.at("/examples/example/value");
        assertThat(document.validator(content.path("schema")).validate(body)).isEmpty();
        return body.deepCopy();
    }

    private JsonNode made(String path, ObjectNode body) {
        Response response =
                asAdmin().contentType("application/json").body(body.toString()).post(path);
        return fits(response, operation("post", path), 201).path("data");
    }

    private void listAndRemove(String path, JsonNode made) {
        fits(asAdmin().get(path), operation("get", path), 200);
        OpenApiDocument.Operation remove = operation("delete", path + "/{id}");
        fits(asAdmin().delete(path + "/" + made.path("id").asText()), remove, 200);
        fits(asAdmin().delete(path + "/nobody"), remove, 404);
    }

    @Test
    void keyThatIsShown_isMade_listed_andRevoked_asTheDocumentSays() {
        listAndRemove(KEYS, made(KEYS, body(KEYS)));
    }

    @Test
    void clientThatIsShown_isRegistered_listed_andRemoved_asTheDocumentSays() {
        listAndRemove(CLIENTS, made(CLIENTS, body(CLIENTS)));
    }

    @Test
    void auditLog_isListedByEachParameter_asTheDocumentSays() {
        OpenApiDocument.Operation list = operation("get", AUDIT);
        assertThat(list.parameters()).hasSizeGreaterThan(8);
        for (JsonNode parameter : list.parameters()) {
            if (parameter.path("in").asText().equals("query")) {
                fits(
                        asAdmin()
                                .queryParam(
                                        parameter.path("name").asText(),
                                        parameter.path("example").asText())
                                .get(AUDIT),
                        list,
                        200);
            }
        }
    }

    @Test
    void configurationOfSmart_isAsTheDocumentSays() {
        fits(given().get(SMART), operation("get", SMART), 200);
    }
}
