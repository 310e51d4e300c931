package io.github.clinicaldata.transport.http.edi;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.oneOf;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class EdiValidateTest {
    private static final String PATH = "/api/v1/edi/validate";
    private static final String TYPE = "application/EDI-X12";

    private static String document(String set, int count) {
        return given().get("/api/v1/edi-documents/" + set + "?count=" + count).asString();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static ValidatableResponse validate(byte[] file) {
        return given().contentType(TYPE).body(file).post(PATH).then();
    }

    private static ValidatableResponse report(byte[] file) {
        return validate(file).statusCode(200).contentType("application/json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"837p", "837i", "835", "270", "271", "276", "277", "834"})
    void whatIsGenerated_isAccepted(String set) {
        report(bytes(document(set, 300)))
                .body("success", equalTo(true))
                .body("data.accepted", equalTo(true))
                .body("data.interchanges", equalTo(1))
                .body("data.groups", equalTo(1))
                .body("data.transaction_sets.total", greaterThan(0))
                .body("data.transaction_sets.rejected", equalTo(0))
                .body("data.segments", greaterThan(300))
                .body("data.finding_count", equalTo(0))
                .body("data.findings", hasSize(0));
    }

    @Test
    void faults_areNamedWithSegmentPositionLoopElementAndCode() {
        String file = document("837p", 60).replaceFirst("\\*22\\*1~", "*22*0~");
        report(bytes(file))
                .body("data.accepted", equalTo(false))
                .body("data.transaction_sets.total", equalTo(1))
                .body("data.transaction_sets.rejected", equalTo(1))
                .body("data.finding_count", equalTo(1))
                .body("data.findings[0].segment", equalTo("HL"))
                .body("data.findings[0].position", greaterThan(3))
                .body("data.findings[0].element", equalTo(4))
                .body("data.findings[0].loop", equalTo("2000B"))
                .body("data.findings[0].transaction", equalTo("0001"))
                .body("data.findings[0].code", equalTo("hl-child-flag-wrong"));
    }

    @Test
    void faultOfAClaim_doesNotRejectItsTransactionSet() {
        String file = document("837p", 3).replaceFirst("CLM\\*([^*]*)\\*[^*]*\\*", "CLM*$1*0.01*");
        report(bytes(file))
                .body("data.transaction_sets.accepted_with_errors", equalTo(1))
                .body("data.transaction_sets.rejected", equalTo(0))
                .body("data.findings.code", hasItem("charge-unbalanced"));
    }

    @Test
    void findings_areBounded_andAllAreCounted() {
        String file = document("837p", 50).replace("*HC:", "*XX:");
        int all =
                report(bytes(file))
                        .body("data.finding_count", greaterThan(10))
                        .extract()
                        .path("data.finding_count");
        given().contentType(TYPE)
                .body(bytes(file))
                .post(PATH + "?limit=3")
                .then()
                .body("data.findings", hasSize(3))
                .body("data.finding_count", equalTo(all));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/EDI-X12",
                "application/edi-x12; charset=us-ascii",
                "application/octet-stream",
                "text/plain"
            })
    void typesOfX12_areTaken_withoutThePrefixToo(String type) {
        given().header("Content-Type", type)
                .body(bytes(document("270", 2)))
                .post("/edi/validate")
                .then()
                .statusCode(200)
                .body("data.accepted", equalTo(true));
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "application/pdf", "multipart/mixed"})
    void otherTypes_areRefused_andThoseThatAreTakenAreListed(String type) {
        given().header("Content-Type", type)
                .body(bytes(document("270", 2)))
                .post(PATH)
                .then()
                .statusCode(415)
                .body("error.message", containsString("application/EDI-X12"));
    }

    @Test
    void emptyBody_isRefused() {
        validate(new byte[0])
                .statusCode(400)
                .body("error.details[0].field", equalTo("body"))
                .body("error.message", containsString("empty"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "hello",
                "{\"record_count\": 5}",
                "\u0000\u0001\u0002\u00ff\u00fe",
                "GS*HC*A*B*20260101*0000*1*X*005010X222A1~",
                "isa*00*"
            })
    void whatIsNoX12_isReportedAsSuch(String file) {
        report(bytes(file))
                .body("data.accepted", equalTo(false))
                .body("data.interchanges", equalTo(0))
                .body("data.findings[0].code", equalTo("not-x12"));
    }

    @Test
    void randomBytes_areReportedAsSuch() {
        byte[] garbage = new byte[100_000];
        new Random(1).nextBytes(garbage);
        report(garbage).body("data.findings[0].code", equalTo("not-x12"));
    }

    @Test
    void isaOfAWrongLength_isReportedAsSuch() {
        String good = document("837p", 1);
        report(bytes(good.replaceFirst("SYNSENDER      ", "SYNSENDER ")))
                .body("data.findings[0].code", equalTo("isa-length-wrong"))
                .body("data.findings[0].message", containsString("ISA07"));
        report(bytes(good.substring(0, 60)))
                .body("data.findings[0].code", equalTo("isa-length-wrong"))
                .body("data.findings[0].message", containsString("60"));
    }

    @Test
    void fileThatEndsEarly_isReportedAsSuch() {
        String good = document("837p", 5);
        for (int length = 106; length < good.length() - 1; length += 97) {
            report(bytes(good.substring(0, length))).body("data.accepted", equalTo(false));
        }
    }

    @Test
    void segmentWithoutAnEnd_isReported_andNotKept() {
        String file = document("837p", 1).replaceFirst("~GS", "~GS*" + "A".repeat(2_000_000));
        report(bytes(file))
                .body("data.accepted", equalTo(false))
                .body("data.segments", equalTo(2))
                .body("data.findings.code", hasItem(oneOf("segment-too-long", "syntax-wrong")));
        String elements = document("837p", 1).replaceFirst("~GS", "~GS" + "*A".repeat(1_000_000));
        report(bytes(elements)).body("data.finding_count", lessThan(70_000));
    }

    @Test
    void binaryGarbageInTheMiddle_isReported() {
        String good = document("837p", 5);
        String file =
                good.substring(0, 900) + "\u0000\u0007\u001b\u00c3\u0028" + good.substring(900);
        report(bytes(file)).body("data.accepted", equalTo(false));
    }

    private static String answer(byte[] file, String query, String accept) {
        return given().contentType(TYPE)
                .accept(accept)
                .body(file)
                .post(PATH + query)
                .then()
                .statusCode(200)
                .contentType(TYPE)
                .extract()
                .asString();
    }

    @Test
    void clientThatAcceptsX12_getsA999_whichIsItselfAccepted() {
        byte[] file = bytes(document("837p", 20));
        String answer = answer(file, "", TYPE);
        assertThat(answer).contains("*005010X231A1~").contains("IK5*A~").contains("AK9*A*1*1*1~");
        assertThat(answer(file, "?format=999", "*/*")).isEqualTo(answer);
        report(bytes(answer)).body("data.accepted", equalTo(true));
    }

    @Test
    void claims_areAnsweredOneByOne_byA277ca_whichIsItselfAccepted() {
        String answer = answer(bytes(document("837i", 20)), "?format=277ca", "*/*");
        assertThat(answer).contains("ST*277*0001*005010X214~").contains("QTY*90*20~");
        assertThat(answer.split("\\*PT~", -1)).hasSize(21);
        report(bytes(answer)).body("data.accepted", equalTo(true));
    }

    @Test
    void filesThatHaveNothingToBeAnsweredSo_areRefused() {
        given().contentType(TYPE)
                .body(bytes(document("835", 2)))
                .post(PATH + "?format=277ca")
                .then()
                .statusCode(422)
                .body("error.details[0].field", equalTo("format"))
                .body("error.message", containsString("837"));
        given().contentType(TYPE)
                .body(bytes("hello"))
                .post(PATH + "?format=999")
                .then()
                .statusCode(422)
                .body("error.message", containsString("ISA"));
    }

    private static byte[] packed(byte[] file) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(file);
        }
        return packed.toByteArray();
    }

    private static ValidatableResponse validatePacked(byte[] body) {
        return given().contentType(TYPE)
                .header("Content-Encoding", "gzip")
                .body(body)
                .post(PATH)
                .then();
    }

    @Test
    void packedFile_isUnpacked() throws IOException {
        validatePacked(packed(bytes(document("835", 20))))
                .statusCode(200)
                .body("data.accepted", equalTo(true))
                .body("data.transaction_sets.total", equalTo(20));
    }

    @Test
    void packedFileThatEndsEarly_orIsNotPacked_isRefused() throws IOException {
        byte[] whole = packed(bytes(document("835", 20)));
        validatePacked(java.util.Arrays.copyOf(whole, whole.length / 2))
                .statusCode(400)
                .body("error.details[0].field", equalTo("body"));
        validatePacked(bytes(document("835", 1)))
                .statusCode(400)
                .body("error.message", containsString("gzip"));
    }

    @Test
    void otherPackings_areRefused() {
        given().contentType(TYPE)
                .header("Content-Encoding", "br")
                .body(bytes("x"))
                .post(PATH)
                .then()
                .statusCode(415)
                .body("error.message", containsString("gzip"));
    }

    @Test
    void badParameters_areNamed() {
        byte[] file = bytes(document("270", 1));
        given().contentType(TYPE)
                .body(file)
                .post(PATH + "?formt=json")
                .then()
                .statusCode(422)
                .body("error.message", containsString("did you mean format?"));
        given().contentType(TYPE).body(file).post(PATH + "?limit=x").then().statusCode(400);
        given().contentType(TYPE).body(file).post(PATH + "?limit=0").then().statusCode(422);
        given().contentType(TYPE)
                .body(file)
                .post(PATH + "?format=997")
                .then()
                .statusCode(406)
                .body("error.message", containsString("999"));
        given().contentType(TYPE)
                .accept("image/png")
                .body(file)
                .post(PATH)
                .then()
                .statusCode(406)
                .body("error.message", containsString("application/EDI-X12"));
        given().get(PATH).then().statusCode(405).header("Allow", equalTo("POST"));
    }
}
