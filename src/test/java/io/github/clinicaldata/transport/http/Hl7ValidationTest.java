package io.github.clinicaldata.transport.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
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

    /** As {@code quarkus.http.limits.max-body-size} says. */
    private static final int MOST = 10 << 20;

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
    void aBodyThatIsToldToBeTooLarge_getsTooLarge_beforeItIsSent() throws Exception {
        HttpRequest request =
                HttpRequest.newBuilder(uri.resolve(PATH))
                        .expectContinue(true)
                        .POST(HttpRequest.BodyPublishers.ofByteArray(new byte[MOST + 1]))
                        .build();
        assertThat(CLIENT.send(request, HttpResponse.BodyHandlers.ofString()).statusCode())
                .isEqualTo(413);
    }

    /** Sends no byte beyond the first that is too many: what is unread may cost the answer. */
    @Test
    void aBodyThatBecomesTooLarge_getsTooLarge() throws Exception {
        byte[] large = new byte[MOST + 1];
        Arrays.fill(large, (byte) 'x');
        String head =
                "POST %s HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n%x\r\n"
                        .formatted(PATH, large.length);
        try (Socket socket = new Socket(uri.getHost(), uri.getPort())) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().write(large);
            BufferedReader answer =
                    new BufferedReader(
                            new InputStreamReader(
                                    socket.getInputStream(), StandardCharsets.US_ASCII));
            assertThat(answer.readLine()).startsWith("HTTP/1.1 413 ");
        }
    }
}
