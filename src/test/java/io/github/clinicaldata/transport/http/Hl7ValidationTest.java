package io.github.clinicaldata.transport.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files are sent to the running server, and it says what is wrong with them. */
@QuarkusTest
@Timeout(60)
class Hl7ValidationTest {
    private static final String PATH = "/api/v1/hl7v2/validate";

    @TestHTTPResource URI uri;

    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private String stream(String query) {
        return new TestServer(uri).get(query).body();
    }

    private JsonPath report(String file, String contentType) throws Exception {
        HttpRequest request =
                HttpRequest.newBuilder(uri.resolve(PATH))
                        .header("Content-Type", contentType)
                        .POST(HttpRequest.BodyPublishers.ofString(file))
                        .build();
        HttpResponse<String> answer = CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JsonPath.from(answer.body());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "vaccines/stream?count=200&format=hl7v2",
                "vaccines/stream?count=200&format=hl7v2&framing=mllp&history=all",
                "vaccines/stream?count=200&format=hl7v2&characters=ascii&as_of=2027-03-01",
                "diagnostic-reports/stream?count=200&format=hl7v2&processing_id=P",
                "diagnostic-reports/stream?count=200&format=hl7v2&as_of=2027-02-03",
                "encounters/stream?count=200&format=hl7v2",
                "encounters/stream?count=50&message=adt_a01",
                "encounters/stream?count=50&message=adt_a03&framing=mllp",
                "encounters/stream?count=100&message=adt_a08&as_of=2026-07-05",
                "members/stream?count=200&format=hl7v2"
            })
    void whatTheServerStreams_isAccepted(String query) throws Exception {
        JsonPath report = report(stream("/api/v1/" + query), "application/hl7-v2");
        assertThat(report.getList("data.findings")).isEmpty();
        assertThat(report.getBoolean("success")).isTrue();
        assertThat(report.getBoolean("data.accepted")).isTrue();
        assertThat(report.getInt("data.message_count")).isGreaterThanOrEqualTo(50);
        assertThat(report.getString("data.framing"))
                .isEqualTo(query.contains("mllp") ? "mllp" : "er7");
    }

    @Test
    void faults_areNamedWithTheirPlace() throws Exception {
        String good = stream("/api/v1/vaccines/stream?count=2&format=hl7v2");
        int second = good.indexOf("MSH|", 4);
        String bad = good.substring(0, second) + good.substring(second).replace("|2.5.1|", "|2.3|");
        JsonPath report = report(bad, "text/plain");
        assertThat(report.getBoolean("data.accepted")).isFalse();
        assertThat(report.getInt("data.message_count")).isEqualTo(2);
        assertThat(report.getInt("data.findings[0].message")).isEqualTo(2);
        assertThat(report.getString("data.findings[0].segment")).isEqualTo("MSH");
        assertThat(report.getInt("data.findings[0].field")).isEqualTo(12);
        assertThat(report.getString("data.findings[0].severity")).isEqualTo("error");
        assertThat(report.getString("data.findings[0].code")).isEqualTo("version-wrong");
    }

    @Test
    void whatCurlSendsByDefault_isTaken() throws Exception {
        String file = stream("/api/v1/members/stream?count=2&format=hl7v2");
        assertThat(report(file, "application/x-www-form-urlencoded").getInt("data.message_count"))
                .isEqualTo(2);
    }

    @Test
    void noFile_isNotAccepted() {
        given().post(PATH)
                .then()
                .statusCode(200)
                .body("data.accepted", equalTo(false))
                .body("data.findings[0].code", equalTo("message-missing"));
    }

    @Test
    void parametersThatThereAreNot_areRefused() {
        given().body("MSH|")
                .post(PATH + "?strict=true")
                .then()
                .statusCode(422)
                .body("error.message", containsString("strict"));
    }

    @Test
    void getting_isNotAllowed() {
        given().get(PATH).then().statusCode(405).header("Allow", containsString("POST"));
    }

    @Test
    void bodiesThatAreTooLarge_getTooLarge() throws Exception {
        byte[] large = new byte[11 << 20];
        Arrays.fill(large, (byte) 'x');
        HttpRequest known =
                HttpRequest.newBuilder(uri.resolve(PATH))
                        .POST(HttpRequest.BodyPublishers.ofByteArray(large))
                        .build();
        HttpRequest chunked =
                HttpRequest.newBuilder(uri.resolve(PATH))
                        .POST(
                                HttpRequest.BodyPublishers.ofInputStream(
                                        () -> new ByteArrayInputStream(large)))
                        .build();
        for (HttpRequest request : new HttpRequest[] {known, chunked}) {
            await().atMost(Duration.ofSeconds(20))
                    .ignoreException(IOException.class)
                    .untilAsserted(() -> assertThat(status(request)).isEqualTo(413));
        }
    }

    /**
     * The status of an answer.
     *
     * @throws IOException also when the server had answered and closed before the client had
     *     written all, and the network lost the answer for it (RFC 9112, section 9.6)
     */
    private static int status(HttpRequest request) throws IOException, InterruptedException {
        return CLIENT.send(request, HttpResponse.BodyHandlers.ofString()).statusCode();
    }
}
