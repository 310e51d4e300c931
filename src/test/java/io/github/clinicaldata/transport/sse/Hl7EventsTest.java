package io.github.clinicaldata.transport.sse;

import static org.assertj.core.api.Assertions.assertThat;

import com.launchdarkly.eventsource.ConnectStrategy;
import com.launchdarkly.eventsource.EventSource;
import com.launchdarkly.eventsource.MessageEvent;
import io.github.clinicaldata.support.ParsedMessage;
import io.github.clinicaldata.transport.http.TestServer;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A message an event, a segment a line. */
@QuarkusTest
@Timeout(60)
class Hl7EventsTest {
    private static final String PATH = "/api/v1/vaccines/stream?format=hl7v2&count=";

    @TestHTTPResource URI uri;

    @Test
    void segmentsJoinedByCarriageReturns_areTheMessagesOfTheStream() throws Exception {
        StringBuilder joined = new StringBuilder();
        List<String> events = new ArrayList<>();
        try (EventSource source =
                new EventSource.Builder(ConnectStrategy.http(uri.resolve(PATH + 200))).build()) {
            MessageEvent event = source.readMessage();
            while (!event.getEventName().equals("end")) {
                events.add(event.getData());
                event = source.readMessage();
            }
        }
        assertThat(events).hasSize(200);
        for (String event : events) {
            String message = event.replace('\n', '\r') + "\r";
            assertThat(ParsedMessage.of(message).get("MSH", 9)).isEqualTo("VXU");
            joined.append(message);
        }
        assertThat(joined.toString()).isEqualTo(new TestServer(uri).get(PATH + 200).body());
    }

    @Test
    void mllp_isRefusedInEvents_beforeTheFirstByte() {
        var answer =
                new TestServer(uri).get(PATH + "2&framing=mllp", "Accept", "text/event-stream");
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("framing", "mllp", "er7");
    }

    @Test
    void mllp_isSentInPlainStreams() {
        String body = new TestServer(uri).get(PATH + "2&framing=mllp").body();
        assertThat(body).startsWith("\u000BMSH|").endsWith("\r\u001C\r");
    }

    @Test
    void theMediaType_asksForMessages() {
        var answer =
                new TestServer(uri)
                        .get("/api/v1/encounters/stream?count=3", "Accept", "application/hl7-v2");
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/hl7-v2");
        assertThat(answer.body()).startsWith("MSH|^~\\&|").contains("ADT^A04^ADT_A01");
    }
}
