package io.github.clinicaldata.transport.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.github.clinicaldata.security.key.ApiKeys;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@TestProfile(AuditedServer.class)
class KeysAdminTest {
    private static final String PATH = "/api/v1/admin/keys";

    @Inject ApiKeys keys;
    private String admin;

    @BeforeEach
    void makeAdmin() {
        admin = keys.create("admin", List.of("admin"), null).text();
    }

    private RequestSpecification asAdmin() {
        return given().header("X-API-Key", admin).contentType("application/json");
    }

    @Test
    void key_isMadeUsedListedAndRevoked() {
        Response made =
                asAdmin()
                        .body("{\"name\":\"CI\",\"scopes\":[\"stream\"],\"expires_in\":\"30d\"}")
                        .post(PATH);
        made.then().statusCode(201).header("Cache-Control", "no-store");
        String id = made.path("data.id");
        String key = made.path("data.key");
        assertThat(made.header("Location")).endsWith(PATH + "/" + id);

        given().header("X-API-Key", key).get("/api/v1/members?limit=1").then().statusCode(200);
        given().header("X-API-Key", key).get(PATH).then().statusCode(403);
        String list = asAdmin().get(PATH).then().statusCode(200).extract().asString();
        assertThat(list).contains(id, "\"CI\"").doesNotContain(key).doesNotContain("hash");

        asAdmin().delete(PATH + "/" + id).then().statusCode(200).body("data.id", equalTo(id));
        given().header("X-API-Key", key).get("/api/v1/members?limit=1").then().statusCode(401);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    {}                                              | 422 | name
                    {"name":"a"}                                    | 422 | scopes
                    {"name":"a","scopes":[]}                        | 422 | scopes
                    {"name":"a","scopes":["root"]}                  | 422 | scopes
                    {"name":"a","scopes":[null]}                    | 422 | scopes
                    {"name":"a","scopes":"stream"}                  | 400 | scopes
                    {"name":"a","scopes":[["stream"]]}              | 400 | scopes[0]
                    {"name":["a"],"scopes":["stream"]}              | 400 | name
                    {"name":"","scopes":["stream"]}                 | 422 | name
                    {"name":"a","scopes":["stream"],"expires_in":"soon"} | 422 | expires_in
                    {"name":"a","scopes":["stream"],"expires_in":"-1d"}  | 422 | expires_in
                    {"name":"a","scopes":["stream"],"id":"mine"}    | 422 | id
                    {"name":"a","name":"b","scopes":["stream"]}     | 400 | body
                    [1,2]                                           | 400 | body
                    {"name":                                        | 400 | body
                    null                                            | 400 | body
                    {} {}                                           | 400 | body
                    """)
    void badBodies_areNamedByField(String body, int status, String field) {
        asAdmin()
                .body(body)
                .post(PATH)
                .then()
                .statusCode(status)
                .body("error.details.field", hasItem(field));
    }

    @Test
    void otherRequests_areRefused() {
        asAdmin().body("").post(PATH).then().statusCode(400);
        asAdmin().delete(PATH + "/nobody").then().statusCode(404).body(containsString("nobody"));
        given().header("X-API-Key", admin)
                .contentType("text/plain")
                .body("{}")
                .post(PATH)
                .then()
                .statusCode(415);
        given().header("X-API-Key", admin).put(PATH).then().statusCode(405);
    }
}
