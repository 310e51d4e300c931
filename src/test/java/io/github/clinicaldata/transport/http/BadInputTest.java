package io.github.clinicaldata.transport.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class BadInputTest {
    private static final String STREAM = "/api/v1/members/stream";

    @TestHTTPResource URI base;

    @ParameterizedTest
    @CsvSource({
        "count, 0, 422",
        "count, -1, 422",
        "count, many, 400",
        "count, 1099511627777, 422",
        "count, 99999999999999999999, 400",
        "count, 1.5, 400",
        "offset, -1, 422",
        "offset, 34359738368, 422",
        "offset, x, 400",
        "until, -3, 422",
        "seed, -1, 422",
        "seed, 281474976710656, 422",
        "seed, abc, 400",
        "as_of, 2025-12-31, 422",
        "as_of, yesterday, 400",
        "as_of, 2026-02-30, 400",
        "epoch, 1815-01-01, 422",
        "shard, 8/8, 422",
        "shard, 1, 400",
        "shard, a/b, 400",
        "shard, 0/0, 422",
        "rate, fast, 400",
        "rate, 0/s, 422",
        "rate, 99999999/s, 422",
        "rate, 10..0/5s, 422",
        "arrival, uniform, 422",
        "arrival, poisson, 422",
        "resume_after, x, 400",
        "resume_after, 100, 422",
        "include_address, perhaps, 400",
        "age_min, -1, 422",
        "age_min, old, 400",
        "age_max, 121, 422",
        "gender, x, 422",
        "state, ZZ, 422",
        "ethnicity, martian, 422",
        "race, x, 422",
        "payer, SYN00, 422",
        "product, XYZ, 422",
        "coverage, x, 422",
        "mbi, loose, 422",
        "patient_last_name, a;b, 422",
        "patient_email, me@gmail.com, 422"
    })
    void parameter_withABadValueIsNamed(String name, String value, int status) {
        given().queryParam(name, value)
                .get(STREAM)
                .then()
                .statusCode(status)
                .body("success", equalTo(false))
                .body("error.details.field", hasItem(name))
                .body("error.message", containsString(name))
                .body("meta.request_id", notNullValue());
    }

    @Test
    void severalProblems_areToldAtOnce() {
        given().get(STREAM + "?count=0&seed=x&state=ZZ&cuont=4")
                .then()
                .statusCode(400)
                .body("error.details.field", hasItems("count", "seed", "state", "cuont"));
    }

    @Test
    void unknownParameter_isRefusedWithTheNearestKnownOne() {
        given().get(STREAM + "?cuont=4")
                .then()
                .statusCode(422)
                .body("error.details[0].issue", containsString("did you mean count?"));
    }

    @ParameterizedTest
    @CsvSource({
        "POST, /api/v1/members/generate, format",
        "POST, /api/v1/feeds, foo",
        "GET, /api/v1/feeds/x, foo",
        "DELETE, /api/v1/feeds/x, foo",
        "PATCH, /api/v1/feeds/x, rate",
        "POST, /api/v1/feeds/x/pause, foo",
        "POST, /api/v1/feeds/x/resume, foo",
        "GET, /api/v1/jobs/x, foo",
        "DELETE, /api/v1/jobs/x, foo",
        "POST, /api/v1/edi/generate, transaction",
        "POST, /edi/generate, foo",
        "GET, /api/v1/edi-documents, foo",
        "POST, /api/v1/hl7v2/validate, foo",
        "GET, /api/v1/kinds, foo",
        "GET, /api/v1/kinds/members, foo"
    })
    void queryOfAPathThatHasNone_isRefused(String method, String path, String name) {
        RequestSpecification request = given();
        if (method.startsWith("P")) {
            request = request.contentType("application/json").body("{}");
        }
        request.request(method, path + "?" + name + "=835")
                .then()
                .statusCode(422)
                .body("error.details.field", contains(name))
                .body("error.details[0].issue", containsString("which has none"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/edi/generate", "/api/v1/feeds", "/api/v1/members/generate"})
    void queryThatCantBeDecoded_isRefused(String path) throws IOException {
        String request =
                "POST "
                        + path
                        + "?foo=%zz HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                        + "Content-Type: application/json\r\nContent-Length: 2\r\n\r\n{}";
        try (Socket socket = new Socket(base.getHost(), base.getPort())) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            String answer =
                    new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(answer).startsWith("HTTP/1.1 400 ").contains("%25");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "POST, /api/v1/members/generate, text/csv, application/json",
        "POST, /api/v1/members/generate, application/x-www-form-urlencoded, application/json",
        "POST, /api/v1/feeds, text/plain, application/json",
        "PATCH, /api/v1/feeds/x, text/plain, application/merge-patch+json",
        "POST, /auth/token, application/json, application/x-www-form-urlencoded"
    })
    void bodyOfAnotherType_isRefusedWithWhatWasGiven_andWhatIsTaken(
            String method, String path, String type, String taken) {
        given().header("Content-Type", type)
                .body("{}")
                .request(method, path)
                .then()
                .statusCode(415)
                .body("error.code", equalTo("UNSUPPORTED_MEDIA_TYPE"))
                .body("error.details.field", contains("Content-Type"))
                .body("error.details[0].issue", containsString('"' + type))
                .body("error.details[0].issue", containsString(taken));
    }

    @Test
    void bodyWithoutAType_orWithParametersOfIt_isTaken() {
        given().header("Content-Type", "Application/JSON; charset=utf-8")
                .body("{\"count\": 0}")
                .post("/api/v1/members/generate")
                .then()
                .statusCode(422);
        given().header("Content-Type", "text/plain").get("/api/v1/feeds").then().statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "text/event-stream;q=0"})
    void eventsOfAJob_thatAreNotAccepted_areRefusedWithWhatWasGiven_andWhatIsOffered(
            String accepted) {
        given().header("Accept", accepted)
                .get("/api/v1/jobs/x/events")
                .then()
                .statusCode(406)
                .body("error.code", equalTo("NOT_ACCEPTABLE"))
                .body("error.details.field", contains("Accept"))
                .body("error.details[0].issue", containsString(accepted))
                .body("error.details[0].issue", containsString("offered are text/event-stream"));
        given().header("Accept", "text/*").get("/api/v1/jobs/x/events").then().statusCode(404);
    }

    @Test
    void repeatedParameter_isRefused() {
        given().get(STREAM + "?count=4&count=5")
                .then()
                .statusCode(422)
                .body("error.details.field", hasItem("count"));
    }

    @Test
    void agesThatCrossOver_areRefused() {
        given().get(STREAM + "?age_min=60&age_max=20")
                .then()
                .statusCode(422)
                .body("error.details.field", hasItem("age_min"));
    }

    @Test
    void countOfAFilteredShard_isRefusedAndUntilIsOffered() {
        given().get(STREAM + "?state=CA&shard=0/4&count=10")
                .then()
                .statusCode(422)
                .body("error.details[0].issue", containsString("until"));
    }

    @Test
    void unknownKind_isNotFoundAndKindsAreListed() {
        given().get("/api/v1/martians/stream")
                .then()
                .statusCode(404)
                .body(
                        "error.message",
                        containsString("members, observations, procedures, providers"));
    }

    @ParameterizedTest
    @CsvSource({"format=xml, */*", "count=1, image/png", "format=json, text/event-stream"})
    void unknownFormat_isNotAcceptableAndOffersAreListed(String query, String accept) {
        given().header("Accept", accept)
                .get(STREAM + "?" + query)
                .then()
                .statusCode(406)
                .body("error.message", containsString("ndjson"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '>',
            value = {
                "/api/v1/members?limit=1 > APPLICATION/JSON > application/json",
                "/api/v1/members?limit=1 > application/json;q=0, */* > text/csv",
                "/api/v1/kinds > Application/Json > application/json",
                "/api/v1/kinds > text/csv;q=0, */* > application/json",
                "/api/v1/kinds > text/csv;q=0 > application/json"
            })
    void accept_isReadWhateverItsCase_andExcludesByZero(
            String path, String accept, String mediaType) {
        given().header("Accept", accept)
                .get(path)
                .then()
                .statusCode(200)
                .contentType(equalTo(mediaType));
    }

    @Test
    void json_isNotGivenToWhoExcludesIt() {
        given().header("Accept", "application/json;q=0, */*")
                .get("/api/v1/kinds")
                .then()
                .statusCode(406)
                .body("error.details.field", hasItem("Accept"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '>',
            value = {
                "APPLICATION/Problem+JSON > application/problem+json",
                "application/problem+json;q=0.5, text/csv > application/problem+json",
                "application/problem+json;q=0, */* > application/json"
            })
    void problemDetails_areGivenWhateverTheCase_andNotToWhoExcludesThem(
            String accept, String mediaType) {
        given().header("Accept", accept)
                .get(STREAM + "?count=0")
                .then()
                .statusCode(422)
                .contentType(equalTo(mediaType));
    }

    @Test
    void eventsInABinaryFormat_areRefused() {
        given().header("Accept", "text/event-stream")
                .get(STREAM + "?format=protobuf")
                .then()
                .statusCode(406)
                .body("error.message", containsString("csv, fhir, hl7v2, ndjson"));
    }

    @Test
    void problemDetails_areGivenWhereTheyAreAccepted() {
        given().header("Accept", "application/problem+json")
                .get("/api/v1/members?limit=0")
                .then()
                .statusCode(422)
                .contentType("application/problem+json")
                .body("status", equalTo(422))
                .body("errors[0].field", equalTo("limit"));
    }

    @Test
    void requestId_isTakenFromTheClientWhenItIsPlain() {
        given().header("X-Request-ID", "load-test_7.1")
                .get(STREAM + "?count=0")
                .then()
                .header("X-Request-ID", "load-test_7.1")
                .body("meta.request_id", equalTo("load-test_7.1"));
        given().header("X-Request-ID", "a b")
                .get(STREAM + "?count=0")
                .then()
                .header("X-Request-ID", org.hamcrest.Matchers.not("a b"));
    }

    @ParameterizedTest
    @CsvSource({
        "POST, /api/v1/members/stream",
        "DELETE, /api/v1/members",
        "PUT, /health",
        "POST, /members/csv"
    })
    void otherMethods_areNotAllowed(String method, String path) {
        given().request(method, path)
                .then()
                .statusCode(405)
                .header("Allow", containsString("GET"))
                .body("error.code", equalTo("METHOD_NOT_ALLOWED"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "PUT; /api/v1/feeds; GET, HEAD, POST",
                "DELETE; /api/v1/feeds; GET, HEAD, POST",
                "PUT; /api/v1/feeds/x; GET, HEAD, PATCH, DELETE",
                "GET; /api/v1/feeds/x/pause; POST",
                "DELETE; /api/v1/jobs; GET, HEAD",
                "POST; /api/v1/jobs/x; GET, HEAD, DELETE",
                "POST; /api/v1/jobs/x/; GET, HEAD, DELETE",
                "DELETE; /api/v1/kinds/members; GET, HEAD",
                "GET; /api/v1/members/generate; POST",
                "GET; /auth/token; POST",
                "POST; /downloads/x; GET, HEAD",
                "POST; /edi-documents/835; GET, HEAD",
                "GET; /api/v1/edi/generate; POST",
                "PUT; /q/metrics; GET, HEAD",
                "DELETE; /q/metrics; GET, HEAD"
            })
    void methodsThatAPathTakes_areToldByRefusals_andByOptions(
            String method, String path, String allowed) {
        given().request(method, path)
                .then()
                .statusCode(405)
                .header("Allow", equalTo(allowed))
                .body("error.code", equalTo("METHOD_NOT_ALLOWED"));
        given().options(path).then().statusCode(204).header("Allow", equalTo(allowed));
    }

    @ParameterizedTest
    @CsvSource({
        "OPTIONS, /api/v1/nothing",
        "OPTIONS, /api/v1/nothing/stream",
        "PUT, /api/v1/nothing",
        "GET, /api/v1/nothing/generate"
    })
    void pathOfNoKind_isNotFound_whateverTheMethod(String method, String path) {
        given().request(method, path)
                .then()
                .statusCode(404)
                .body("error.code", equalTo("NOT_FOUND"));
    }

    @Test
    void head_answersWithTheHeadersOfTheStream() {
        given().head(STREAM + "?count=7&format=csv")
                .then()
                .statusCode(200)
                .header("Content-Type", "text/csv")
                .header("X-Record-Range", "members 0-6");
        given().head(STREAM + "?count=0").then().statusCode(422);
    }

    @Test
    void unknownPath_isNotFoundInTheEnvelope() {
        given().get("/nothing/here")
                .then()
                .statusCode(404)
                .body("error.code", equalTo("NOT_FOUND"));
    }

    @ParameterizedTest
    @CsvSource({"0, 422", "10001, 422", "ten, 400"})
    void membersNum_outOfBoundsIsNamed(String value, int status) {
        given().get("/api/v1/members/csv?members_num=" + value)
                .then()
                .statusCode(status)
                .body("error.details.field", hasItem("members_num"));
    }

    @Test
    void membersCsv_takesItsCountOnlyWithinBounds() {
        given().get("/members/csv?count=20000").then().statusCode(422);
        given().get("/members/csv?members_num=2&count=unbounded").then().statusCode(422);
        given().get("/members/csv?members_num=2&members_num=3").then().statusCode(422);
    }

    @Test
    void lookUp_takesTheSeedFromTheIdAlone() {
        String id = given().get("/api/v1/members?limit=1").path("data.records[0].id");
        given().get("/api/v1/members/" + id + "?seed=7").then().statusCode(422);
        given().header("Accept", "text/csv").get("/api/v1/members/" + id).then().statusCode(406);
    }

    @Test
    void filteredCount_isNotResumedByAnIndexAlone() {
        given().get(STREAM + "?state=TX&count=100&resume_after=50")
                .then()
                .statusCode(422)
                .body("error.details.field", hasItem("resume_after"));
    }

    @Test
    void until_mayBeTheLastIndexAndOffsetMayBeNearIt() {
        given().head(STREAM + "?until=34359738368&offset=34359738264")
                .then()
                .header("X-Record-Range", "members 34359738264-34359738367");
        given().head(STREAM + "?offset=34359738367").then().statusCode(200);
    }

    @Test
    void mediaRanges_areUnderstood() {
        given().header("Accept", "text/*").get(STREAM + "?count=1").then().contentType("text/csv");
    }

    @ParameterizedTest
    @CsvSource({"limit, 0", "limit, 1001", "offset, -1", "count, 5", "shard, 0/2", "rate, 5/s"})
    void page_refusesWhatOnlyStreamsTake(String name, String value) {
        given().queryParam(name, value)
                .get("/api/v1/members")
                .then()
                .statusCode(422)
                .body("error.details.field", hasItem(name));
    }
}
