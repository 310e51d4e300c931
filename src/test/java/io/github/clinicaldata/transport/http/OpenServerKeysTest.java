package io.github.clinicaldata.transport.http;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

/** A server that asks for no keys must not let just anybody make keys for the day when it does. */
@QuarkusTest
class OpenServerKeysTest {
    @Test
    void withoutKeys_nobodyMakesThem() {
        given().contentType("application/json")
                .body("{\"name\":\"a\",\"scopes\":[\"admin\"]}")
                .post("/api/v1/admin/keys")
                .then()
                .statusCode(403)
                .body("error.message", containsString("admin"));
        given().get("/api/v1/admin/keys").then().statusCode(403);
    }
}
