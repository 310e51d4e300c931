package io.github.clinicaldata.transport.http;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.github.clinicaldata.security.key.ApiKeys;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(SecuredServer.class)
class CorsTest {
    private static final String PATH = "/api/v1/members?limit=1";
    private static final String ALLOWED = "Access-Control-Allow-Origin";

    @Inject ApiKeys keys;

    @Test
    void preflight_needsNoKey() {
        given().header("Origin", SecuredServer.CONSOLE)
                .header("Access-Control-Request-Method", "GET")
                .header("Access-Control-Request-Headers", "x-api-key")
                .options(PATH)
                .then()
                .statusCode(200)
                .header(ALLOWED, equalTo(SecuredServer.CONSOLE))
                .header("Access-Control-Allow-Headers", containsString("x-api-key"));
    }

    @Test
    void pagesOfTheConsole_readAnswers_refusalsToo() {
        String key = keys.create("test", List.of("stream"), null).text();
        given().header("Origin", SecuredServer.CONSOLE)
                .header("X-API-Key", key)
                .get(PATH)
                .then()
                .statusCode(200)
                .header(ALLOWED, equalTo(SecuredServer.CONSOLE))
                .header("Access-Control-Expose-Headers", containsString("RateLimit"));
        given().header("Origin", SecuredServer.CONSOLE)
                .get(PATH)
                .then()
                .statusCode(401)
                .header(ALLOWED, equalTo(SecuredServer.CONSOLE));
    }

    @Test
    void pagesOfOthers_readNothing() {
        given().header("Origin", "https://evil.example.net")
                .header("Access-Control-Request-Method", "GET")
                .options(PATH)
                .then()
                .statusCode(403)
                .header(ALLOWED, nullValue());
    }
}
