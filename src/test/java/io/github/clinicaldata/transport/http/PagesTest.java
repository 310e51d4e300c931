package io.github.clinicaldata.transport.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class PagesTest {
    @Test
    void page_isInTheEnvelopeAndNamesTheNext() {
        given().get("/api/v1/members?limit=20&offset=40")
                .then()
                .statusCode(200)
                .contentType("application/json")
                .body("success", equalTo(true))
                .body("data.records", hasSize(20))
                .body("data.record_count", equalTo(20))
                .body("data.offset", equalTo(40))
                .body("data.next_offset", equalTo(60))
                .body("meta.request_id", notNullValue());
    }

    @Test
    void profile_tellsHowValuesLie() {
        given().get("/api/v1/claims/profile?count=300&type=professional&seed=7")
                .then()
                .statusCode(200)
                .contentType("application/json")
                .body("data.kind", equalTo("claims"))
                .body("data.record_count", equalTo(300))
                .body("data.population", startsWith("seed=7;"))
                .body("data.measures.find { it.name == 'type' }.rows.share", equalTo(List.of(1.0f)))
                .body(
                        "data.measures.find { it.name == 'charge_professional' }.percentiles.count",
                        notNullValue())
                .body("data.measures.name", hasItem("allowed_per_member_year"));
    }

    @ParameterizedTest
    @CsvSource({
        "count=0, 422",
        "count=1000001, 422",
        "count=unbounded, 400",
        "limit=5, 422",
        "format=csv, 422"
    })
    void profile_refusesWhatItCannotTell(String query, int status) {
        given().get("/api/v1/members/profile?" + query)
                .then()
                .statusCode(status)
                .body("error.details[0].field", equalTo(query.split("=")[0]));
    }

    @Test
    void pages_oneAfterTheOtherAreTheStream() {
        List<String> first = ids("/api/v1/members?limit=30");
        List<String> second = ids("/api/v1/members?limit=30&offset=30");
        List<String> both = ids("/api/v1/members?limit=60");
        assertThat(both)
                .startsWith(first.toArray(String[]::new))
                .endsWith(second.toArray(String[]::new));
    }

    private static List<String> ids(String path) {
        return given().get(path).jsonPath().getList("data.records.id", String.class);
    }

    @Test
    void filteredPage_saysWhereItStoppedLooking() {
        JsonPath page = given().get("/api/v1/members?limit=3&state=VT&age_min=90").jsonPath();
        assertThat(page.getList("data.records")).hasSize(3);
        long next = page.getLong("data.next_offset");
        assertThat(next).isGreaterThan(3);
        JsonPath following =
                given().get("/api/v1/members?limit=3&state=VT&age_min=90&offset=" + next)
                        .jsonPath();
        assertThat(following.getList("data.records.id"))
                .doesNotContainAnyElementsOf(page.getList("data.records.id"));
    }

    @Test
    void page_inCsvIsBare() {
        String body =
                given().get("/api/v1/members?limit=5&format=csv&include_address=false")
                        .then()
                        .contentType("text/csv")
                        .header("X-Next-Offset", "5")
                        .extract()
                        .asString();
        assertThat(body).startsWith("id,synthetic,").doesNotContain("address_city");
        assertThat(body.split("\r\n")).hasSize(6);
    }

    @ParameterizedTest
    @ValueSource(strings = {"allergies", "enrollments", "members", "providers"})
    void lookUp_givesTheRecordOfTheStream(String kind) {
        JsonPath page =
                given().get("/api/v1/" + kind + "?limit=1&offset=987654&seed=77").jsonPath();
        String id = page.getString("data.records[0].id");
        JsonPath found = given().get("/api/v1/" + kind + "/" + id).jsonPath();
        assertThat(found.getMap("data").toString())
                .isEqualTo(page.getMap("data.records[0]").toString());
    }

    @Test
    void lookUp_takesThePopulationsParameters() {
        String path = "/api/v1/members?limit=500&as_of=2026-12-31&mbi=strict";
        JsonPath page = given().get(path).jsonPath();
        String id = page.getString("data.records.find { it.mbi != null }.id");
        String mbi = page.getString("data.records.find { it.mbi != null }.mbi");
        given().get("/api/v1/members/" + id + "?as_of=2026-12-31&mbi=strict")
                .then()
                .body("data.mbi", equalTo(mbi));
    }

    @Test
    void everything_isTheRecordWithWhatItsRelationsFind() {
        String id = given().get("/api/v1/members?limit=9").path("data.records[8].id");
        String path = "/api/v1/members/" + id;
        Map<String, Object> all = given().get(path + "/everything").path("data");
        assertThat(all.get("record")).isEqualTo(given().get(path).path("data"));
        Map<String, Object> related = given().get(path + "/everything").path("data.related");
        assertThat(related).containsKeys("household", "claims", "vaccines", "encounters");
        related.forEach(
                (name, records) ->
                        assertThat(records).isEqualTo(given().get(path + "/" + name).path("data")));

        Map<String, Object> some =
                given().get(path + "/everything?include=vaccines,claims").path("data.related");
        assertThat(some).containsOnlyKeys("claims", "vaccines");
        given().get(path + "/everything?include=claims,cars")
                .then()
                .statusCode(422)
                .body("error.details[0].field", equalTo("include"))
                .body("error.details[0].issue", startsWith("\"cars\" is none of allergies, "));
        given().get(path + "/everything?denial_share=0.5").then().statusCode(200);
        given().get(path + "/everything?include=vaccines&denial_share=0.5").then().statusCode(422);
    }

    @Test
    void household_holdsTheMemberAndSharesTheAddress() {
        JsonPath page = given().get("/api/v1/members?limit=50").jsonPath();
        for (String id : page.getList("data.records.id", String.class)) {
            JsonPath household = given().get("/api/v1/members/" + id + "/household").jsonPath();
            assertThat(household.getList("data.records.id")).contains(id);
            assertThat(household.getList("data.records.address").stream().distinct()).hasSize(1);
            assertThat(household.getList("data.records.household_id").stream().distinct())
                    .hasSize(1);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "no-uuid",
                "6f2891b6-1e40-4c95-80d1-8d342a67911d",
                "6f2891b6-1e40-8c95-80d1-8d342a67911d",
                "6F2891B6"
            })
    void foreignId_isNotFound(String id) {
        given().get("/api/v1/members/" + id)
                .then()
                .statusCode(404)
                .body("error.details.field", hasItem("id"));
    }

    @Test
    void idOfAnotherKind_isNotFound() {
        String id = given().get("/api/v1/providers?limit=1").path("data.records[0].id");
        given().get("/api/v1/members/" + id).then().statusCode(404);
    }

    @Test
    void unknownRelation_isNotFoundAndRelationsAreListed() {
        String id = given().get("/api/v1/members?limit=1").path("data.records[0].id");
        given().get("/api/v1/members/" + id + "/friends")
                .then()
                .statusCode(404)
                .body("error.message", startsWith("members have no friends; there are "))
                .body("error.message", containsString("household"));
    }

    @Test
    void lookUp_refusesUnknownParameters() {
        String id = given().get("/api/v1/members?limit=1").path("data.records[0].id");
        given().get("/api/v1/members/" + id + "?as_off=2026-12-31")
                .then()
                .statusCode(422)
                .body("error.details[0].field", equalTo("as_off"));
    }

    @Test
    void health_answersInBothShapes() {
        given().get("/health").then().statusCode(200).body("status", equalTo("healthy"));
        given().get("/health/ready").then().body("checks.generator", equalTo(true));
        given().get("/health/jobs").then().body("status", equalTo("available"));
        given().get("/health/live").then().body("status", equalTo("alive"));
        given().get("/q/health/ready").then().body("status", equalTo("UP"));
        given().get("/q/health/well").then().body("status", equalTo("UP"));
    }

    @Test
    void metrics_countRecordsByKindFormatAndTransport() {
        given().get("/api/v1/providers/stream?count=17&format=csv").then().statusCode(200);
        String metrics = given().get("/q/metrics").asString();
        assertThat(metrics)
                .contains(
                        "clinical_records_total{format=\"csv\",kind=\"providers\",transport=\"http\"}")
                .contains("clinical_bytes_total{")
                .contains("clinical_streams_active{")
                .contains("clinical_streams_cancelled_total{")
                .contains("clinical_stream_seconds_count{");
    }
}
