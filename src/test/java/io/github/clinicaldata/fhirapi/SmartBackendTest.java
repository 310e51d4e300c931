package io.github.clinicaldata.fhirapi;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import com.fasterxml.jackson.databind.JsonNode;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.factories.DefaultJWSSignerFactory;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.OctetSequenceKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import io.github.clinicaldata.security.audit.AuditEvent;
import io.github.clinicaldata.security.key.ApiKeys;
import io.github.clinicaldata.transport.http.AuditedServer;
import io.github.clinicaldata.transport.http.RememberedAudit;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** SMART Backend Services, as a client of Bulk Data uses them. */
@QuarkusTest
@TestProfile(AuditedServer.class)
class SmartBackendTest {
    private static final String CLIENTS = "/api/v1/admin/smart-clients";
    private static final String ASSERTION =
            "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";
    private static JWK curve;
    private static JWK rsa;

    @Inject ApiKeys keys;
    @Inject RememberedAudit audit;
    private String admin;
    private String client;

    @BeforeAll
    static void makeKeys() throws JOSEException {
        curve = new ECKeyGenerator(Curve.P_384).keyID("curve").generate();
        rsa = new RSAKeyGenerator(2048).keyID("rsa").generate();
    }

    @BeforeEach
    void register() {
        admin = keys.create("admin", List.of("admin"), null).text();
        client = register(curve.toPublicJWK(), rsa.toPublicJWK());
    }

    private RequestSpecification asAdmin() {
        return given().header("X-API-Key", admin).contentType("application/json");
    }

    private ValidatableResponse registering(Object jwks) {
        return asAdmin().body(Map.of("name", "Bulk client", "jwks", jwks)).post(CLIENTS).then();
    }

    private String register(JWK... jwks) {
        return registering(new JWKSet(List.of(jwks)).toJSONObject())
                .statusCode(201)
                .extract()
                .path("data.id");
    }

    private JWTClaimsSet.Builder claims() {
        return new JWTClaimsSet.Builder()
                .issuer(client)
                .subject(client)
                .audience(AuditedServer.TOKEN_URL)
                .jwtID(UUID.randomUUID().toString())
                .expirationTime(Date.from(Instant.now().plusSeconds(240)));
    }

    private static String sign(JWTClaimsSet claims, JWK key, JWSAlgorithm algorithm) {
        SignedJWT token =
                new SignedJWT(
                        new JWSHeader.Builder(algorithm).keyID(key.getKeyID()).build(), claims);
        try {
            token.sign(new DefaultJWSSignerFactory().createJWSSigner(key, algorithm));
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
        return token.serialize();
    }

    private String assertion(UnaryOperator<JWTClaimsSet.Builder> change) {
        return sign(change.apply(claims()).build(), curve, JWSAlgorithm.ES384);
    }

    private static ValidatableResponse ask(String assertion) {
        return given().formParam("grant_type", "client_credentials")
                .formParam("scope", "system/*.read")
                .formParam("client_assertion_type", ASSERTION)
                .formParam("client_assertion", assertion)
                .post("/auth/token")
                .then();
    }

    private static void refused(String assertion, String why) {
        ask(assertion)
                .statusCode(401)
                .header("Cache-Control", "no-store")
                .body("error", equalTo("invalid_client"))
                .body("error_description", containsString(why));
    }

    private static String token(String assertion) {
        return ask(assertion)
                .statusCode(200)
                .header("Cache-Control", "no-store")
                .body("token_type", equalTo("bearer"))
                .body("expires_in", equalTo(300))
                .body("scope", equalTo("system/*.read"))
                .extract()
                .path("access_token");
    }

    @Test
    void configuration_saysWhereTokensAre_toEverybody() {
        for (String path :
                List.of(
                        "/.well-known/smart-configuration",
                        "/fhir/.well-known/smart-configuration")) {
            given().get(path)
                    .then()
                    .statusCode(200)
                    .contentType("application/json")
                    .body("token_endpoint", equalTo(AuditedServer.TOKEN_URL))
                    .body("token_endpoint_auth_signing_alg_values_supported", hasItem("ES384"))
                    .body("capabilities", hasItem("client-confidential-asymmetric"));
        }
        JsonNode security = FhirServer.json("/metadata").at("/rest/0/security");
        assertThat(security.at("/service/0/coding/0/code").asText()).isEqualTo("SMART-on-FHIR");
        assertThat(security.at("/extension/0/extension/0/valueUri").asText())
                .isEqualTo(AuditedServer.TOKEN_URL);
    }

    @Test
    void export_isHadWithATokenAlone_stepByStep() {
        assertThat(BulkClient.kickOff("/Patient/$export?_members=64").statusCode()).isEqualTo(401);
        String bearer = "Bearer " + token(assertion(claims -> claims));
        HttpResponse<String> started =
                FhirServer.get(
                        "/Patient/$export?_members=64&_type=Patient",
                        "Authorization",
                        bearer,
                        "Prefer",
                        "respond-async");
        String state = started.headers().firstValue("Content-Location").orElseThrow();
        assertThat(FhirServer.get(state).statusCode()).isEqualTo(401);
        JsonNode manifest =
                FhirServer.tree(
                        await().atMost(Duration.ofSeconds(30))
                                .pollInterval(Duration.ofMillis(1100))
                                .until(
                                        () -> FhirServer.get(state, "Authorization", bearer),
                                        answer -> answer.statusCode() == 200)
                                .body());
        assertThat(manifest.path("requiresAccessToken").asBoolean()).isTrue();
        String file = manifest.at("/output/0/url").asText();
        assertThat(FhirServer.get(file).statusCode()).isEqualTo(401);
        assertThat(FhirServer.get(file, "Authorization", bearer).body().lines()).hasSize(64);
    }

    @Test
    void rsa_isTakenToo_andTheAuditLogNamesTheClient() {
        String id = UUID.randomUUID().toString();
        String text = token(sign(claims().build(), rsa, JWSAlgorithm.RS384));
        given().header("Authorization", "Bearer " + text)
                .header("X-Request-ID", id)
                .get("/fhir/Patient?_count=1")
                .then()
                .statusCode(200);
        AuditEvent event = audit.of(id);
        assertThat(event.key()).isEqualTo(client);
        assertThat(event.keyName()).isEqualTo("Bulk client");
        assertThat(event.toString()).doesNotContain(text);
    }

    @Test
    void token_opensRecordsOnly() {
        String bearer = "Bearer " + token(assertion(claims -> claims));
        for (String path : List.of("/api/v1/jobs", CLIENTS, "/api/v1/audit")) {
            given().header("Authorization", bearer).get(path).then().statusCode(403);
        }
    }

    @Test
    void tokenThatWasChanged_orWhoseClientIsRemoved_opensNothing() {
        String text = token(assertion(claims -> claims));
        int middle = text.indexOf('.') + 20;
        char other = text.charAt(middle) == 'a' ? 'b' : 'a';
        String changed = text.substring(0, middle) + other + text.substring(middle + 1);
        given().header("Authorization", "Bearer " + changed)
                .get("/fhir/Patient?_count=1")
                .then()
                .statusCode(401);

        asAdmin().delete(CLIENTS + "/" + client).then().statusCode(200);
        given().header("Authorization", "Bearer " + text)
                .get("/fhir/Patient?_count=1")
                .then()
                .statusCode(401);
        refused(assertion(claims -> claims), "not signed by a client");
        asAdmin().delete(CLIENTS + "/" + client).then().statusCode(404);
    }

    @Test
    void assertion_isGoodOnce() {
        String once = assertion(claims -> claims);
        token(once);
        refused(once, "jti was used before");
        refused(assertion(claims -> claims.jwtID(null)), "jti");
    }

    @Test
    void assertionsForOthers_pastOnes_andLongOnes_areRefused() {
        Instant now = Instant.now();
        refused(assertion(c -> c.audience("https://other.example.org/auth/token")), "aud must be");
        refused(
                assertion(
                        c -> c.audience(List.of(AuditedServer.TOKEN_URL, "https://other.example"))),
                "aud must be");
        refused(assertion(c -> c.expirationTime(null)), "exp is missing");
        refused(assertion(c -> c.expirationTime(Date.from(now.minusSeconds(60)))), "past");
        refused(assertion(c -> c.expirationTime(Date.from(now.plusSeconds(600)))), "5 minutes");
        refused(assertion(c -> c.notBeforeTime(Date.from(now.plusSeconds(60)))), "nbf");
    }

    @Test
    void assertionsOfOthers_areRefused() throws JOSEException {
        refused(assertion(c -> c.issuer("nobody").subject("nobody")), "not signed by a client");
        refused(assertion(c -> c.subject("other")), "not signed by a client");
        JWK stranger = new ECKeyGenerator(Curve.P_384).keyID("curve").generate();
        refused(sign(claims().build(), stranger, JWSAlgorithm.ES384), "not signed by a client");
        JWK unknown = new ECKeyGenerator(Curve.P_384).keyID("new").generate();
        refused(sign(claims().build(), unknown, JWSAlgorithm.ES384), "not signed by a client");
        String neighbour = register(unknown.toPublicJWK());
        refused(
                sign(
                        claims().issuer(neighbour).subject(neighbour).build(),
                        curve,
                        JWSAlgorithm.ES384),
                "not signed by a client");
    }

    @Test
    void otherAlgorithms_areRefused() throws JOSEException {
        refused(sign(claims().build(), rsa, JWSAlgorithm.RS256), "RS384 or ES384");
        JWK shared = new OctetSequenceKeyGenerator(384).keyID("rsa").generate();
        refused(sign(claims().build(), shared, JWSAlgorithm.HS384), "RS384 or ES384");
        refused(new PlainJWT(claims().build()).serialize(), "no signed JSON Web Token");
        refused("a.b.c", "no signed JSON Web Token");
        refused("{}", "no signed JSON Web Token");
    }

    @ParameterizedTest
    @CsvSource({
        "grant_type, password, unsupported_grant_type",
        "grant_type, '', invalid_request",
        "scope, user/*.read, invalid_scope",
        "scope, system/*.write, invalid_scope",
        "scope, '', invalid_request",
        "client_assertion_type, saml, invalid_request",
        "client_assertion, '', invalid_request"
    })
    void otherRequests_areRefusedInTheWordsOfOAuth(String name, String value, String error) {
        Map<String, String> form = new java.util.HashMap<>();
        form.put("grant_type", "client_credentials");
        form.put("scope", "system/*.rs");
        form.put("client_assertion_type", ASSERTION);
        form.put("client_assertion", assertion(claims -> claims));
        form.put(name, value);
        given().formParams(form)
                .post("/auth/token")
                .then()
                .statusCode(400)
                .body("error", equalTo(error))
                .body("error_description", containsString(name));
    }

    @Test
    void scopesThatAreNotOffered_areLeftOut() {
        given().formParam("grant_type", "client_credentials")
                .formParam("scope", "system/*.rs launch system/*.write")
                .formParam("client_assertion_type", ASSERTION)
                .formParam("client_assertion", assertion(claims -> claims))
                .post("/auth/token")
                .then()
                .statusCode(200)
                .body("scope", equalTo("system/*.rs"));
    }
}
