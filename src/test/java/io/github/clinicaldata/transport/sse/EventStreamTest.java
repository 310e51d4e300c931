package io.github.clinicaldata.transport.sse;

import static org.assertj.core.api.Assertions.assertThat;

import com.launchdarkly.eventsource.ConnectStrategy;
import com.launchdarkly.eventsource.ErrorStrategy;
import com.launchdarkly.eventsource.EventSource;
import com.launchdarkly.eventsource.MessageEvent;
import com.launchdarkly.eventsource.RetryDelayStrategy;
import com.launchdarkly.eventsource.StreamException;
import io.github.clinicaldata.transport.http.TestServer;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@QuarkusTest
@Timeout(60)
class EventStreamTest {
    private static final String PATH = "/api/v1/members/stream?count=";

    @TestHTTPResource URI uri;
    private TestServer server;

    @BeforeEach
    void connect() {
        server = new TestServer(uri);
    }

    private EventSource.Builder source(URI base, String path) {
        return new EventSource.Builder(ConnectStrategy.http(base.resolve(path)))
                .retryDelay(1, TimeUnit.MILLISECONDS)
                .retryDelayStrategy(
                        RetryDelayStrategy.defaultStrategy()
                                .backoffMultiplier(1)
                                .jitterMultiplier(0))
                .errorStrategy(ErrorStrategy.alwaysContinue());
    }

    /** Reads until the event {@code end}, and answers the data of all events before it. */
    private static List<String> readToEnd(EventSource source) throws StreamException {
        List<String> data = new ArrayList<>();
        while (true) {
            MessageEvent event = source.readMessage();
            if (event.getEventName().equals("end")) {
                return data;
            }
            data.add(event.getData());
        }
    }

    @Test
    void events_areTheRecordsOfTheStream() throws StreamException {
        try (EventSource source = source(uri, PATH + 500).build()) {
            assertThat(readToEnd(source)).isEqualTo(server.lines(PATH + 500));
        }
    }

    @Test
    void csvEvents_areRowsAfterAnEventWithTheHeader() throws StreamException {
        try (EventSource source = source(uri, PATH + "3&format=csv").build()) {
            MessageEvent begin = source.readMessage();
            assertThat(begin.getEventName()).isEqualTo("begin");
            assertThat(begin.getData()).startsWith("id,synthetic");
            assertThat(readToEnd(source)).hasSize(3);
        }
    }

    @Test
    void clientThatLosesItsConnection_resumesWithoutLossOrRepeat() throws Exception {
        try (CuttingProxy proxy = new CuttingProxy(uri, 30_000);
                EventSource source = source(proxy.uri(), PATH + 2000).build()) {
            assertThat(readToEnd(source)).isEqualTo(server.lines(PATH + 2000));
            assertThat(proxy.connections()).isGreaterThan(5);
        }
    }

    @Test
    void filteredStream_resumesWithTheRestOfItsCount() throws Exception {
        String path = PATH + "700&gender=female";
        try (CuttingProxy proxy = new CuttingProxy(uri, 30_000);
                EventSource source = source(proxy.uri(), path).build()) {
            assertThat(readToEnd(source)).isEqualTo(server.lines(path));
            assertThat(proxy.connections()).isGreaterThan(2);
        }
    }

    @Test
    void shard_resumesInItself() throws Exception {
        String path = "/api/v1/members/stream?until=6400&gender=male&shard=1/3";
        try (CuttingProxy proxy = new CuttingProxy(uri, 30_000);
                EventSource source = source(proxy.uri(), path).build()) {
            assertThat(readToEnd(source)).isEqualTo(server.lines(path));
        }
    }

    @Test
    void eventOfAnotherPopulation_isRefused() {
        var answer =
                server.get(
                        PATH + 10,
                        "Accept",
                        "text/event-stream",
                        "Last-Event-ID",
                        "0123456789abcdef-3");
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("Last-Event-ID");
    }

    @Test
    void resumeAfterTheLastRecord_tellsBrowsersToStop() {
        String whole = server.get(PATH + 10, "Accept", "text/event-stream").body();
        String lastId = whole.substring(whole.lastIndexOf("id:") + 3).split("\n", 2)[0];
        var rest = server.get(PATH + 10, "Accept", "text/event-stream", "Last-Event-ID", lastId);
        assertThat(rest.statusCode()).isEqualTo(204);
    }

    @Test
    void pacedStream_sendsHeadersBeforeTheFirstRecord() throws IOException {
        try (var body =
                server.open(PATH + "1&rate=0.001/s", "Accept", "text/event-stream").body()) {
            assertThat(new String(body.readNBytes(3), java.nio.charset.StandardCharsets.UTF_8))
                    .isEqualTo(":\n\n");
        }
    }
}
