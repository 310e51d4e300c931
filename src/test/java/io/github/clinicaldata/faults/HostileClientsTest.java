package io.github.clinicaldata.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.clinicaldata.security.key.ApiKeys;
import io.github.clinicaldata.transport.http.AuditedServer;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Idle connections are closed after 8 s here. */
@QuarkusTest
@TestProfile(AuditedServer.class)
class HostileClientsTest {
    private static final long GIBIBYTE = 1L << 30;

    @Inject ApiKeys keys;
    @TestHTTPResource URI uri;
    private String key;

    @BeforeEach
    void makeKey() {
        key = keys.create("test", List.of("stream", "admin"), null).text();
    }

    @AfterEach
    void othersAreServed() throws IOException {
        try (RawClient client = new RawClient(uri)) {
            assertThat(client.send(request("GET /health", "Connection: close")).head())
                    .startsWith("HTTP/1.1 200");
        }
        try (RawClient client = new RawClient(uri)) {
            client.send(request("GET /api/v1/members/stream?count=10", "Connection: close"));
            assertThat(client.rest()).startsWith("HTTP/1.1 200").endsWith("\r\n0\r\n\r\n");
        }
    }

    private String request(String line, String... headers) {
        return line
                + " HTTP/1.1\r\nHost: localhost\r\nX-API-Key: "
                + key
                + "\r\n"
                + String.join("\r\n", headers)
                + (headers.length == 0 ? "" : "\r\n")
                + "\r\n";
    }

    @Test
    void bodyOfAGibibyte_isRefusedBeforeItIsSent() throws IOException {
        String answer =
                RawClient.exchange(
                        uri,
                        request(
                                "POST /api/v1/admin/keys",
                                "Content-Type: application/json",
                                "Content-Length: " + GIBIBYTE));

        assertThat(answer).startsWith("HTTP/1.1 413");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/admin/keys", "/api/v1/members", "/nothing"})
    void bodyOfAGibibyte_inChunks_isCutOff(String path) throws IOException {
        byte[] chunk = new byte[64 << 10];
        byte[] begin =
                (Integer.toHexString(chunk.length) + "\r\n").getBytes(StandardCharsets.US_ASCII);
        long sent = 0;
        try (RawClient client = new RawClient(uri)) {
            client.send(
                    request(
                            "POST " + path,
                            "Content-Type: application/json",
                            "Transfer-Encoding: chunked"));
            while (sent < GIBIBYTE) {
                client.send(begin).send(chunk).send("\r\n");
                sent += chunk.length;
            }
        } catch (IOException e) {
            assertThat(sent).isPositive();
        }

        // what the sockets' buffers hold has left before the connection breaks
        assertThat(sent).isLessThan(100L << 20);
    }

    @Test
    void whoHasNoKey_doesNotGetToSendABody() throws IOException {
        try (RawClient client = new RawClient(uri)) {
            client.send(
                    "POST /api/v1/admin/keys HTTP/1.1\r\nHost: a\r\n"
                            + "Content-Length: 1000000\r\n\r\n{");
            assertThat(client.head()).startsWith("HTTP/1.1 401");
            assertThat(client.isClosedWithin(2000)).isTrue();
        }
    }

    @Test
    void zipBomb_isNotUnpacked() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(packed)) {
            byte[] blanks = new byte[1 << 20];
            Arrays.fill(blanks, (byte) ' ');
            for (int i = 0; i < 200; i++) {
                zip.write(blanks);
            }
        }
        try (RawClient client = new RawClient(uri)) {
            client.send(
                    request(
                            "POST /api/v1/admin/keys",
                            "Content-Type: application/json",
                            "Content-Encoding: gzip",
                            "Content-Length: " + packed.size()));
            client.send(packed.toByteArray());
            assertThat(client.head()).startsWith("HTTP/1.1 4");
        }
    }

    @Test
    void manyHeaders_andLongOnes_areRefused() throws IOException {
        List<String> flood = new ArrayList<>();
        for (int i = 0; i < 5000; i++) {
            flood.add("X-Flood-" + i + ": " + "a".repeat(50));
        }
        for (String request :
                List.of(
                        request("GET /health", flood.toArray(String[]::new)),
                        request("GET /health", "X-Long: " + "a".repeat(100_000)),
                        request("GET /health?" + "a".repeat(100_000)))) {
            String answer;
            try {
                answer = RawClient.exchange(uri, request);
            } catch (IOException e) {
                answer = "";
            }
            assertThat(answer)
                    .satisfiesAnyOf(
                            head -> assertThat(head).isEmpty(),
                            head -> assertThat(head).containsPattern("^HTTP/1.[01] (400|414|431)"));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\r\n\r\n",
                "GET\r\n\r\n",
                "GET / HTTP/9.9\r\n\r\n",
                "get /health http/1.1\r\n\r\n",
                "\u0000\u0001\u0002\u0003\r\n\r\n",
                "GET /health HTTP/1.1\r\nHost localhost\r\n\r\n",
                "GET /health HTTP/1.1\r\n: x\r\n\r\n",
                "POST /health HTTP/1.1\r\nHost: a\r\nContent-Length: -5\r\n\r\n",
                "POST /health HTTP/1.1\r\nHost: a\r\nContent-Length: 5, 6\r\n\r\n",
                "POST /health HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
                "POST /api/v1/members HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\n"
                        + "Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
                "GET //api/v1/members HTTP/1.1\r\nHost: a\r\n\r\n",
                "GET /health/../api/v1/members HTTP/1.1\r\nHost: a\r\n\r\n",
                "GET /HEALTH HTTP/1.1\r\nHost: a\r\n\r\n",
                "GET /health HTTP/1.1\r\n\r\n",
                "GET /api/%zz HTTP/1.1\r\nHost: a\r\n\r\n",
                "GET http://[ HTTP/1.1\r\nHost: a\r\n\r\n"
            })
    void brokenRequests_areRefusedOrCutOff(String request) throws IOException {
        try (RawClient client = new RawClient(uri)) {
            client.send(request);
            String head = client.head();
            assertThat(head).doesNotContain(" 200 ").doesNotContain(" 500 ");
        }
    }

    @Test
    void serverCalledByAnotherName_doesNotAnswer() throws IOException {
        String path = "GET /health HTTP/1.1\r\nHost: ";
        assertThat(RawClient.exchange(uri, path + "rebound.example.com:80\r\n\r\n"))
                .startsWith("HTTP/1.1 421");
        assertThat(RawClient.exchange(uri, path + "LOCALHOST:1\r\n\r\n"))
                .startsWith("HTTP/1.1 200");
    }

    @Test
    void http10_getsNoStream_whoseEndItCouldNotTell() throws IOException {
        String head = "GET /api/v1/members/stream?count=1 HTTP/1.0\r\nHost: a\r\nX-API-Key: " + key;

        assertThat(RawClient.exchange(uri, head + "\r\n\r\n")).startsWith("HTTP/1.0 505");
        assertThat(RawClient.exchange(uri, head + "\r\nAccept: text/event-stream\r\n\r\n"))
                .startsWith("HTTP/1.0 505");
        assertThat(RawClient.exchange(uri, "GET /health HTTP/1.0\r\nHost: a\r\n\r\n"))
                .startsWith("HTTP/1.0 200");
    }

    @Test
    void clientsThatSayNothing_areClosed() throws IOException {
        List<RawClient> silent = new ArrayList<>();
        try {
            for (int i = 0; i < 200; i++) {
                RawClient client = new RawClient(uri);
                silent.add(client);
                if (i % 2 == 0) {
                    client.send("GET /health HTTP/1.1\r\nHost: a\r\nX-Slow: ");
                }
            }
            othersAreServed();
            for (RawClient client : silent) {
                assertThat(client.isClosedWithin(40_000)).isTrue();
            }
        } finally {
            for (RawClient client : silent) {
                client.close();
            }
        }
    }

    @Test
    void clientsThatTrickle_keepNobodyWaiting() throws IOException {
        List<RawClient> slow = new ArrayList<>();
        try {
            for (int i = 0; i < 200; i++) {
                slow.add(new RawClient(uri).send("GET /health HTTP/1.1\r\nX-Slow: "));
            }
            for (int round = 0; round < 5; round++) {
                for (RawClient client : slow) {
                    client.send("a");
                }
                othersAreServed();
            }
        } finally {
            for (RawClient client : slow) {
                client.close();
            }
        }
    }
}
