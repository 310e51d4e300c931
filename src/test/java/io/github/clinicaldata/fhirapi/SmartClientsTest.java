package io.github.clinicaldata.fhirapi;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import io.github.clinicaldata.security.key.ApiKeys;
import io.github.clinicaldata.transport.http.AuditedServer;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which systems may sign for tokens is up to admins. */
@QuarkusTest
@TestProfile(AuditedServer.class)
class SmartClientsTest {
    private static final String CLIENTS = "/api/v1/admin/smart-clients";
    private static JWK curve;

    @Inject ApiKeys keys;
    private String admin;

    @BeforeAll
    static void makeKey() throws JOSEException {
        curve = new ECKeyGenerator(Curve.P_384).keyID("curve").generate();
    }

    @BeforeEach
    void makeAdmin() {
        admin = keys.create("admin", List.of("admin"), null).text();
    }

    private RequestSpecification asAdmin() {
        return given().header("X-API-Key", admin).contentType("application/json");
    }

    private ValidatableResponse registering(Object jwks) {
        return asAdmin().body(Map.of("name", "Bulk client", "jwks", jwks)).post(CLIENTS).then();
    }

    @Test
    void clients_areListedWithTheirPublicKeys_forAdminsOnly() {
        String client =
                registering(new JWKSet(curve.toPublicJWK()).toJSONObject())
                        .statusCode(201)
                        .extract()
                        .path("data.id");
        String list = asAdmin().get(CLIENTS).then().statusCode(200).extract().asString();
        assertThat(list).contains(client, "\"curve\"").doesNotContain("\"d\"");
        String key = keys.create("Ann", List.of("stream"), null).text();
        given().header("X-API-Key", key).get(CLIENTS).then().statusCode(403);
        given().get(CLIENTS).then().statusCode(401);
    }

    @Test
    void keysThatAreNotGoodEnough_areRefused() throws JOSEException {
        registering(new JWKSet(curve).toJSONObject(false))
                .statusCode(422)
                .body("error.details.field", hasItem("jwks.keys[0]"))
                .body("error.message", containsString("not public"));
        JWK weak = new RSAKeyGenerator(1024, true).keyID("weak").generate();
        registering(new JWKSet(weak.toPublicJWK()).toJSONObject())
                .statusCode(422)
                .body("error.message", containsString("2048"));
        JWK other = new ECKeyGenerator(Curve.P_256).keyID("other").generate();
        registering(new JWKSet(other.toPublicJWK()).toJSONObject())
                .statusCode(422)
                .body("error.message", containsString("P-384"));
        JWK nameless = new ECKeyGenerator(Curve.P_384).generate();
        registering(new JWKSet(nameless.toPublicJWK()).toJSONObject())
                .statusCode(422)
                .body("error.message", containsString("kid"));
        JWK twin = new ECKeyGenerator(Curve.P_384).keyID("curve").generate();
        registering(new JWKSet(List.of(curve.toPublicJWK(), twin.toPublicJWK())).toJSONObject())
                .statusCode(422)
                .body("error.message", containsString("same kid"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"name\":\"a\"}",
                "{\"name\":\"a\",\"jwks\":{}}",
                "{\"name\":\"a\",\"jwks\":{\"keys\":[]}}",
                "{\"name\":\"a\",\"jwks\":{\"keys\":[{}]}}",
                "{\"name\":\"a\",\"jwks\":{\"keys\":[{\"kty\":\"EC\",\"kid\":\"x\"}]}}",
                "{\"name\":\"\",\"jwks\":{\"keys\":[]}}",
                "{\"name\":\"a\",\"jwks\":{\"keys\":[]},\"jwks_uri\":\"https://a.example\"}"
            })
    void otherClients_areRefused(String body) {
        asAdmin().body(body).post(CLIENTS).then().statusCode(422);
    }
}
