package io.github.clinicaldata.transport.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a client puts in place of what members are called is in every standard's messages. */
@QuarkusTest
class OverridesTest {
    private static final String NAME = "patient_last_name=Testperson";

    @TestHTTPResource URI uri;
    private TestServer server;

    @BeforeEach
    void connect() {
        server = new TestServer(uri);
    }

    private List<String> found(String path, String separator, String begin) {
        HttpResponse<String> answer = server.get(path);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.headers().firstValue("X-Population").orElse(""))
                .contains(";patient_last_name=Testperson");
        List<String> found =
                Arrays.stream(answer.body().split(separator))
                        .map(String::strip)
                        .filter(line -> line.startsWith(begin))
                        .toList();
        assertThat(found).isNotEmpty();
        return found;
    }

    @Test
    void members_haveIt_alsoInPagesAndFhir() {
        given().get("/api/v1/members?limit=20&" + NAME)
                .then()
                .body("data.records.last_name", everyItem(equalTo("Testperson")));
        given().get("/fhir/Patient?_count=20&" + NAME)
                .then()
                .statusCode(200)
                .body("entry.resource.name[0].family[0]", equalTo("Testperson"));
    }

    @Test
    void x12_namesSubscribersAndPatientsSo() {
        assertThat(
                        found(
                                "/api/v1/claims/stream?count=50&type=professional&format=x12&"
                                        + NAME,
                                "~",
                                "NM1*IL*"))
                .allMatch(
                        segment ->
                                segment.toLowerCase(Locale.ROOT)
                                        .startsWith("nm1*il*1*testperson*"));
        assertThat(found("/api/v1/enrollments/stream?count=50&format=x12&" + NAME, "~", "NM1*IL*"))
                .allMatch(
                        segment ->
                                segment.toLowerCase(Locale.ROOT)
                                        .startsWith("nm1*il*1*testperson*"));
        assertThat(found("/api/v1/remittances/stream?count=5&format=x12&" + NAME, "~", "NM1*QC*"))
                .allMatch(
                        segment ->
                                segment.toLowerCase(Locale.ROOT)
                                        .startsWith("nm1*qc*1*testperson*"));
        assertThat(
                        found(
                                "/api/v1/eligibility-checks/stream?count=50&format=x12&rejection_share=0&"
                                        + NAME,
                                "~",
                                "NM1*IL*"))
                .allMatch(
                        segment ->
                                segment.toLowerCase(Locale.ROOT)
                                        .matches("nm1\\*il\\*1\\*(testperson)?\\*.*"));
    }

    @Test
    void hl7_namesPatientsSo() {
        for (String kind : List.of("vaccines", "encounters", "diagnostic-reports", "members")) {
            assertThat(
                            found(
                                    "/api/v1/" + kind + "/stream?count=20&format=hl7v2&" + NAME,
                                    "\r",
                                    "PID|"))
                    .allMatch(segment -> segment.split("\\|")[5].startsWith("Testperson^"));
        }
    }

    @Test
    void job_takesIt_andRefusesWhatCouldBeMoreThanAName() {
        given().contentType("application/json")
                .body("{\"record_count\": 5, \"patient_last_name\": \"Testperson\"}")
                .post("/api/v1/members/generate")
                .then()
                .statusCode(202);
        given().contentType("application/json")
                .body("{\"patient_last_name\": \"'; DROP TABLE members; --\"}")
                .post("/api/v1/members/generate")
                .then()
                .statusCode(422)
                .body("error.details.field", hasItem("patient_last_name"));
    }

    @Test
    void kindsWithoutNames_refuseIt() {
        given().get("/api/v1/providers/stream?count=5&" + NAME)
                .then()
                .statusCode(422)
                .body("error.details.field", hasItem("patient_last_name"));
    }
}
