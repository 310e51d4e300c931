package io.github.clinicaldata.transport.http.edi;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.github.clinicaldata.support.SmallServer;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

/** Uploads that are too large, too slow, too many, or never end. */
@QuarkusTest
@TestProfile(SmallServer.class)
class UploadLimitsTest {
    private static final String PATH = "/api/v1/edi/validate";
    private static final String TYPE = "application/EDI-X12";

    @TestHTTPResource URI uri;

    private static byte[] document(int count) {
        return given().get("/api/v1/edi-documents/837p?count=" + count).asByteArray();
    }

    private static int status(byte[] file) {
        return given().contentType(TYPE).body(file).post(PATH).statusCode();
    }

    /** A client that writes its request byte for byte. */
    private final class RawClient implements AutoCloseable {
        private final Socket socket;

        RawClient(String... headers) throws IOException {
            socket = new Socket(uri.getHost(), uri.getPort());
            socket.setSoTimeout(10_000);
            send("POST " + PATH + " HTTP/1.1\r\nHost: x\r\nContent-Type: " + TYPE + "\r\n");
            send(String.join("\r\n", headers) + "\r\n\r\n");
        }

        void send(String text) throws IOException {
            socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
        }

        /** What the server says before it closes the connection. */
        String answer() throws IOException {
            StringBuilder answer = new StringBuilder();
            InputStream in = socket.getInputStream();
            byte[] buffer = new byte[4096];
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                answer.append(new String(buffer, 0, n, StandardCharsets.ISO_8859_1));
            }
            return answer.toString();
        }

        String line() throws IOException {
            StringBuilder line = new StringBuilder();
            for (int c = socket.getInputStream().read(); c != '\n' && c >= 0; ) {
                line.append((char) c);
                c = socket.getInputStream().read();
            }
            return line.toString().strip();
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }

    @Test
    void fileAboveTheLimit_isRefused_andTheLimitIsNamed() {
        byte[] file = document(400);
        assertThat(file.length).isGreaterThan(100_000);
        given().contentType(TYPE)
                .body(file)
                .post(PATH)
                .then()
                .statusCode(413)
                .body("error.code", equalTo("TOO_LARGE"))
                .body("error.message", containsString("100000"))
                .body("error.message", containsString("clinical.limits.max-upload"));
    }

    @Test
    void fileOfUnknownLengthAboveTheLimit_isRefusedWhenItGetsThere() throws IOException {
        try (RawClient client = new RawClient("Transfer-Encoding: chunked")) {
            String chunk = "2710\r\n" + "A*B~".repeat(2500) + "\r\n";
            String isa = new String(document(1), StandardCharsets.US_ASCII).substring(0, 106);
            client.send("6a\r\n" + isa + "\r\n");
            for (int i = 0; i < 11; i++) {
                client.send(chunk);
            }
            assertThat(client.answer()).startsWith("HTTP/1.1 413 ").contains("100000");
        }
    }

    @Test
    void smallFileThatUnpacksToMuch_isRefused() throws IOException {
        ByteArrayOutputStream bomb = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bomb)) {
            gzip.write(document(1), 0, 106);
            byte[] much = "A*B~".repeat(250_000).getBytes(StandardCharsets.US_ASCII);
            for (int i = 0; i < 20; i++) {
                gzip.write(much);
            }
        }
        assertThat(bomb.size()).isLessThan(100_000);
        given().contentType(TYPE)
                .header("Content-Encoding", "gzip")
                .body(bomb.toByteArray())
                .post(PATH)
                .then()
                .statusCode(413)
                .body("error.message", containsString("100000"));
    }

    @Test
    void lengthAboveTheLimit_isRefusedBeforeTheBodyIsSent() throws IOException {
        try (RawClient client = new RawClient("Content-Length: 100001", "Expect: 100-continue")) {
            assertThat(client.line()).isEqualTo("HTTP/1.1 413 Request Entity Too Large");
        }
    }

    @Test
    void clientThatAsksBeforeItSends_isToldToGoOn() throws IOException {
        byte[] file = document(1);
        try (RawClient client =
                new RawClient(
                        "Content-Length: " + file.length,
                        "Expect: 100-continue",
                        "Connection: close")) {
            assertThat(client.line()).startsWith("HTTP/1.1 100");
            client.send(new String(file, StandardCharsets.ISO_8859_1));
            assertThat(client.answer()).contains("HTTP/1.1 200").contains("\"accepted\":true");
        }
    }

    @Test
    void clientThatSendsNoMore_isToldSo_andItsPlaceIsFree() throws IOException {
        try (RawClient client = new RawClient("Content-Length: 5000")) {
            client.send("ISA*00*");
            assertThat(client.answer()).startsWith("HTTP/1.1 408 ").contains("upload-silence");
        }
        assertThat(status(document(5))).isEqualTo(200);
    }

    @Test
    void clientThatGoes_leavesItsPlace() throws IOException {
        for (int i = 0; i < 5; i++) {
            RawClient client = new RawClient("Content-Length: 5000");
            client.send("ISA*00*");
            client.close();
        }
        byte[] file = document(5);
        await().atMost(Duration.ofSeconds(4)).until(() -> status(file) == 200);
    }

    @Test
    void oneMoreThanIsAllowedAtATime_isToldToComeAgain_andOthersGoOn() throws IOException {
        try (RawClient client = new RawClient("Content-Length: 5000")) {
            client.send("ISA*00*");
            byte[] file = document(5);
            await().atMost(Duration.ofSeconds(2)).until(() -> status(file) == 503);
            given().contentType(TYPE)
                    .body(file)
                    .post(PATH)
                    .then()
                    .statusCode(503)
                    .header("Retry-After", equalTo("5"))
                    .body("error.message", containsString("uploads-at-a-time"));
            given().get("/health/live").then().statusCode(200);
        }
    }
}
