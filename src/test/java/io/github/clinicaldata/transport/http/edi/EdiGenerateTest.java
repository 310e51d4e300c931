package io.github.clinicaldata.transport.http.edi;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.startsWith;

import io.github.clinicaldata.format.x12.validate.X12Report;
import io.github.clinicaldata.format.x12.validate.X12Validator;
import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class EdiGenerateTest {
    private static final String PATH = "/api/v1/edi/generate";

    private static String file(String body) {
        return given().contentType("application/json")
                .body(body)
                .post(PATH)
                .then()
                .statusCode(200)
                .contentType("application/EDI-X12")
                .extract()
                .asString();
    }

    private static List<String> segments(String file, String tag) {
        return Arrays.stream(file.split("~")).filter(each -> each.startsWith(tag + "*")).toList();
    }

    private static X12Report report(String file) {
        try {
            return X12Validator.validate(
                    new ByteArrayInputStream(file.getBytes(StandardCharsets.US_ASCII)), 5);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void olderClients_getWhatTheyAskFor() {
        String file =
                file(
                        """
                        {
                            "record_count": 5,
                            "segments": 2,
                            "claim_data": {
                                "diagnosis_code": "Z01.411",
                                "service_code": "99213"
                            }
                        }
                        """);

        assertThat(file).startsWith("ISA*");
        assertThat(segments(file, "ST")).hasSize(2).allMatch(st -> st.endsWith("*005010X222A1"));
        assertThat(segments(file, "CLM")).hasSize(5);
        assertThat(segments(file, "HI")).hasSize(5).allMatch(hi -> hi.startsWith("HI*ABK:Z01411"));
        assertThat(file.split("LX\\*1~SV1\\*HC:99213", -1)).hasSize(6);
        assertThat(report(file).findings()).isEmpty();
    }

    @Test
    void loadTests_getTheirTenRecords_withoutThePrefixToo() {
        String body = "{\"record_count\": 10}";
        String file = file(body);

        assertThat(segments(file, "CLM")).hasSize(10);
        assertThat(segments(file, "ST")).hasSize(1);
        given().contentType("application/json")
                .body(body)
                .post("/edi/generate")
                .then()
                .statusCode(200)
                .header("X-Population", notNullValue())
                .body(equalTo(file));
    }

    @ParameterizedTest
    @CsvSource({"5, 2, '3,2'", "5, 4, '2,1,1,1'", "12, 5, '3,3,2,2,2'", "7, 7, '1,1,1,1,1,1,1'"})
    void records_areDealtEvenlyOverSegments(int count, int segments, String expected) {
        String file = file("{\"record_count\": %d, \"segments\": %d}".formatted(count, segments));

        List<String> sizes =
                Arrays.stream(file.split("ST\\*837"))
                        .skip(1)
                        .map(each -> String.valueOf(segments(each, "CLM").size()))
                        .toList();
        assertThat(String.join(",", sizes)).isEqualTo(expected);
        assertThat(report(file).findings()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"837p", "837i", "835", "270", "271", "276", "277", "834"})
    void everyTransactionSet_isMade_andValid(String set) {
        String file = file("{\"record_count\": 20, \"transaction\": \"%s\"}".formatted(set));

        assertThat(segments(file, "ST")).isNotEmpty();
        assertThat(segments(file, "ST").get(0)).startsWith("ST*" + set.substring(0, 3) + "*");
        assertThat(report(file).findings()).isEmpty();
    }

    @Test
    void populationKnobsFiltersAndOptions_areTaken() {
        String body =
                """
                {"record_count": 3, "seed": 7, "epoch": "2025-01-01", "as_of": "2025-06-30",
                 "denial_share": 0.5, "coverage": "medicare", "usage": "P", "line_breaks": true,
                 "output_format": "edi", "include_metadata": true, "per_group": 1,
                 "per_transaction": 2, "offset": 1000}
                """;
        String same =
                given().get(
                                "/api/v1/edi-documents/837p?count=3&seed=7&epoch=2025-01-01"
                                        + "&as_of=2025-06-30&denial_share=0.5&coverage=medicare"
                                        + "&usage=P&line_breaks=true&per_group=1"
                                        + "&per_transaction=2&offset=1000")
                        .then()
                        .statusCode(200)
                        .extract()
                        .asString();
        assertThat(file(body)).isEqualTo(same);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"record_count\": 0}|422|record_count",
                "{\"record_count\": -1}|422|record_count",
                "{\"record_count\": 10001}|422|record_count",
                "{\"record_count\": 99999999999999999999}|422|record_count",
                "{\"record_count\": \"5\"}|400|record_count",
                "{\"record_count\": 1.5}|400|record_count",
                "{\"record_count\": [5]}|400|record_count",
                "{\"record_count\": 5, \"segments\": 6}|422|segments",
                "{\"record_count\": 10000, \"segments\": 1}|422|segments",
                "{\"record_count\": 5, \"segments\": 0}|422|segments",
                "{\"record_count\": 5, \"segments\": true}|400|segments",
                "{\"segments\": 2, \"per_transaction\": 3}|422|per_transaction",
                "{\"claim_data\": 7}|400|claim_data",
                "{\"claim_data\": {\"diagnosis_code\": \"flu\"}}|422|claim_data.diagnosis_code",
                "{\"claim_data\": {\"service_code\": \"9921\"}}|422|claim_data.service_code",
                "{\"claim_data\": {\"service_code\": [1]}}|400|claim_data.service_code",
                "{\"claim_data\": {\"servce_code\": \"99213\"}}|422|claim_data.servce_code",
                "{\"transaction\": \"834\", \"claim_data\": {\"service_code\": \"99213\"}}"
                        + "|422|claim_data.service_code",
                "{\"service_code\": \"99213\", \"claim_data\": {\"service_code\": \"99213\"}}"
                        + "|422|claim_data.service_code",
                "{\"transaction\": \"837d\"}|422|transaction",
                "{\"transaction\": {}}|400|transaction",
                "{\"output_format\": \"csv\"}|422|output_format",
                "{\"include_metadata\": \"yes\"}|400|include_metadata",
                "{\"seed\": -1}|422|seed",
                "{\"seed\": \"42\"}|400|seed",
                "{\"as_of\": 20260101}|400|as_of",
                "{\"as_of\": \"2025-12-31\"}|422|as_of",
                "{\"usage\": \"X\"}|422|usage",
                "{\"count\": 5}|422|count",
                "{\"record_cuont\": 5}|422|record_cuont",
                "{\"record_count\": 5, \"record_count\": 6}|400|body",
                "{\"record_count\": 5} {}|400|body",
                "[]|400|body",
                "5|400|body",
                "{\"record_count\": |400|body",
                "not json|400|body"
            })
    void badField_isNamed(String body, int status, String field) {
        given().contentType("application/json")
                .body(body)
                .post(PATH)
                .then()
                .statusCode(status)
                .body("success", equalTo(false))
                .body("error.details.field", hasItem(field))
                .body("error.message", containsString(field))
                .body("meta.request_id", notNullValue());
    }

    @ParameterizedTest
    @CsvSource({"rate, 837p", "shard, 837p", "state, 834"})
    void unknownFieldThatIsNoSlip_isRefusedWithAllThatIsKnown(String field, String set) {
        given().contentType("application/json")
                .body("{\"%s\": \"x\", \"transaction\": \"%s\"}".formatted(field, set))
                .post(PATH)
                .then()
                .statusCode(422)
                .body("error.details[0].field", equalTo(field))
                .body(
                        "error.details[0].issue",
                        startsWith("is not known here; known are record_count"));
    }

    @Test
    void typeThatTheTransactionSetNeverHas_isRefusedByBothNames() {
        given().contentType("application/json")
                .body("{\"type\": \"institutional\", \"record_count\": 1}")
                .post(PATH)
                .then()
                .statusCode(422)
                .body("error.details.field", contains("type"))
                .body("error.details[0].issue", containsString("transaction=837p"));
    }

    @Test
    void unknownField_isRefusedWithTheNearestKnownOne() {
        given().contentType("application/json")
                .body("{\"record_cuont\": 5, \"claim_data\": {\"servce_code\": \"99213\"}}")
                .post(PATH)
                .then()
                .statusCode(422)
                .body(
                        "error.message",
                        containsString("did you mean record_count?"),
                        "error.message",
                        containsString("did you mean claim_data.service_code?"));
    }

    @Test
    void bodyWithoutAType_isRefused_andTheTypeIsNamed() {
        given().noContentType()
                .body("{\"record_count\": 5}".getBytes(StandardCharsets.UTF_8))
                .post(PATH)
                .then()
                .statusCode(415)
                .body("error.code", equalTo("UNSUPPORTED_MEDIA_TYPE"))
                .body("error.message", containsString("application/json"));
    }

    @Test
    void bodyOfAnotherType_isRefused() {
        given().contentType("application/xml")
                .body("<a/>")
                .post(PATH)
                .then()
                .statusCode(415)
                .body("error.details[0].field", equalTo("Content-Type"));
    }

    @Test
    void emptyBody_isRefused() {
        given().contentType("application/json")
                .post(PATH)
                .then()
                .statusCode(400)
                .body("error.details[0].field", equalTo("body"));
    }

    @Test
    void bodyThatIsTooLarge_isRefused_andTheLimitIsNamed() {
        given().contentType("application/json")
                .body("{\"x\": \"" + "y".repeat(70_000) + "\"}")
                .post(PATH)
                .then()
                .statusCode(413)
                .body("error.message", containsString("65536"));
    }

    @Test
    void anotherMethod_isNotAllowed() {
        given().get(PATH).then().statusCode(405).header("Allow", equalTo("POST"));
    }
}
