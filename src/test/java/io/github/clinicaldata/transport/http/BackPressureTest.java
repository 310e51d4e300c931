package io.github.clinicaldata.transport.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;

@QuarkusTest
class BackPressureTest {
    /**
     * Kernel buffers on both sides and the response's queue, in records of 900 bytes, generously.
     */
    private static final double BUFFERED = 20_000;

    @TestHTTPResource URI uri;
    @Inject MeterRegistry registry;

    private Socket request(String accept) throws IOException {
        Socket socket = new Socket();
        socket.setReceiveBufferSize(16 * 1024);
        socket.connect(new InetSocketAddress(uri.getHost(), uri.getPort()));
        String head =
                "GET /api/v1/members/stream?count=unbounded HTTP/1.1\r\nHost: test\r\nAccept: "
                        + accept
                        + "\r\n\r\n";
        socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    @Test
    void slowClient_holdsGenerationBack() throws IOException {
        holdsBack("*/*", "http");
    }

    @Test
    void slowEventClient_holdsGenerationBack() throws IOException {
        holdsBack("text/event-stream", "sse");
    }

    private void holdsBack(String accept, String transport) throws IOException {
        StreamMeters meters = new StreamMeters(registry, transport);
        double before = meters.records();
        double cancelled = meters.cancelled();
        try (Socket socket = request(accept)) {
            InputStream input = socket.getInputStream();
            assertThat(input.readNBytes(1024)).hasSize(1024);
            // the stream stands still once all buffers are full
            await().pollInterval(Duration.ofMillis(300))
                    .atMost(Duration.ofSeconds(20))
                    .until(() -> meters.records(), new Unchanged()::seenTwice);
            assertThat(meters.records() - before).isBetween(1.0, BUFFERED);
            assertThat(meters.active()).isEqualTo(1);
            // and goes on when the client reads
            double held = meters.records();
            input.readNBytes(8_000_000);
            assertThat(meters.records()).isGreaterThan(held);
        }
        await().until(() -> meters.active() == 0);
        assertThat(meters.cancelled()).isEqualTo(cancelled + 1);
    }

    @Test
    void clientThatLeaves_endsGeneration() throws IOException {
        StreamMeters meters = new StreamMeters(registry, "http");
        try (Socket socket = request("*/*")) {
            socket.getInputStream().readNBytes(100_000);
        }
        await().until(() -> meters.active() == 0);
        double after = meters.records();
        await().during(Duration.ofMillis(200)).until(() -> meters.records() == after);
    }

    /** Remembers the last value. */
    private static final class Unchanged {
        private double last = -1;

        boolean seenTwice(double value) {
            boolean same = value > 0 && value == last;
            last = value;
            return same;
        }
    }
}
