package io.github.clinicaldata.transport.http;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.github.clinicaldata.security.key.ApiKeys;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@TestProfile(AuditedServer.class)
class AuditListTest {
    private static final String PATH = "/api/v1/audit";

    @Inject ApiKeys keys;
    private String admin;

    @BeforeEach
    void makeAdmin() {
        admin = keys.create("admin", List.of("admin"), null).text();
    }

    private RequestSpecification asAdmin() {
        return given().header("X-API-Key", admin);
    }

    @Test
    void requests_areListedWithWhoWhatAndHowMuch_inPages() {
        ApiKeys.Made made = keys.create("Ann", List.of("stream"), null);
        String id = UUID.randomUUID().toString();
        for (int i = 0; i < 3; i++) {
            given().header("X-API-Key", made.text())
                    .header("X-Request-ID", id + "-" + i)
                    .get("/api/v1/members/stream?count=20&seed=7")
                    .then()
                    .statusCode(200);
        }

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(
                        () ->
                                asAdmin()
                                        .queryParam("request_id", id + "-2")
                                        .get(PATH)
                                        .then()
                                        .statusCode(200)
                                        .body("data.events", hasSize(1))
                                        .body("data.events[0].key", equalTo(made.key().id()))
                                        .body("data.events[0].key_name", equalTo("Ann"))
                                        .body("data.events[0].records", equalTo(20))
                                        .body("data.events[0].outcome", equalTo("complete")));
        String cursor =
                asAdmin()
                        .queryParam("key", made.key().id())
                        .queryParam("limit", 2)
                        .get(PATH)
                        .then()
                        .body("data.events.request_id", equalTo(List.of(id + "-2", id + "-1")))
                        .extract()
                        .path("data.next_cursor");
        asAdmin()
                .queryParam("key", made.key().id())
                .queryParam("cursor", cursor)
                .get(PATH)
                .then()
                .body("data.events.request_id", equalTo(List.of(id + "-0")))
                .body("data.next_cursor", nullValue());
    }

    @Test
    void others_mayNotReadIt() {
        String key = keys.create("Ann", List.of("stream", "jobs", "feeds"), null).text();
        given().header("X-API-Key", key).get(PATH).then().statusCode(403);
        given().header("X-API-Key", key).get(PATH + "/").then().statusCode(not(equalTo(200)));
        given().get(PATH).then().statusCode(401);
        asAdmin().post(PATH).then().statusCode(405);
    }

    @ParameterizedTest
    @CsvSource({
        "from,yesterday,400",
        "until,2026-13-01T00:00:00Z,400",
        "outcome,good,422",
        "limit,0,422",
        "limit,1001,422",
        "limit,ten,400",
        "cursor,AAAA,422",
        "user,me,422"
    })
    void badParameters_areNamed(String name, String value, int status) {
        asAdmin()
                .queryParam(name, value)
                .get(PATH)
                .then()
                .statusCode(status)
                .body("error.details.field", hasItem(name));
    }

    @Test
    void timesTheWrongWayRound_areRefused() {
        asAdmin()
                .queryParam("from", "2026-02-01T00:00:00Z")
                .queryParam("until", "2026-01-01T00:00:00Z")
                .get(PATH)
                .then()
                .statusCode(422)
                .body("error.details.field", hasItem("until"));
    }
}
