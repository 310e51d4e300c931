package io.github.clinicaldata.transport.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.clinicaldata.record.RecordFilter;
import io.github.clinicaldata.record.RecordGenerator;
import io.github.clinicaldata.record.RecordId;
import io.github.clinicaldata.record.RecordKind;
import io.github.clinicaldata.record.RecordSchema;
import io.github.clinicaldata.support.SmallServer;
import io.quarkus.arc.properties.IfBuildProperty;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Singleton;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(SmallServer.class)
class BrokenStreamTest {
    /** A record that is no more than its id. */
    record Bare(RecordId id) {}

    /** Its generator fails at index 1000. */
    @IfBuildProperty(name = "test.broken-kind", stringValue = "true")
    @Singleton
    public static class BrokenKind implements RecordKind<Bare> {
        @Override
        public String name() {
            return "broken";
        }

        @Override
        public String singular() {
            return "broken";
        }

        @Override
        public int code() {
            return 200;
        }

        @Override
        public String description() {
            return "Fails at index 1000";
        }

        @Override
        public RecordSchema<Bare> schema() {
            return RecordSchema.<Bare>named("broken").id("id", Bare::id, "Id").build();
        }

        @Override
        public RecordGenerator<Bare> generator() {
            return readers ->
                    index -> {
                        if (index == 1000) {
                            throw new IllegalStateException("planted");
                        }
                        return new Bare(RecordId.of(code(), readers.population().seed(), index));
                    };
        }

        @Override
        public List<RecordFilter<Bare>> filters() {
            return List.of(
                    new RecordFilter<>(
                            "none",
                            "Selects nothing",
                            "anything",
                            "x",
                            (value, p) -> bare -> false));
        }
    }

    @TestHTTPResource URI uri;
    private TestServer server;

    @BeforeEach
    void connect() {
        server = new TestServer(uri);
    }

    @Test
    void streamThatFailsInTheMiddle_doesNotLookComplete() {
        assertThat(server.lines("/api/v1/broken/stream?count=1000")).hasSize(1000);
        // paced, so that several chunks have left before the one with the fault is made
        assertThatThrownBy(() -> server.get("/api/v1/broken/stream?count=unbounded&rate=20000/s"))
                .isInstanceOf(UncheckedIOException.class);
    }

    @Test
    void streamThatFailsBeforeItsFirstByte_isAnError() {
        var answer = server.get("/api/v1/broken/stream?count=10&offset=1000");
        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(answer.body()).contains("INTERNAL_ERROR").doesNotContain("planted");
    }

    @Test
    void eventStreamThatFails_saysSoAndIsBrokenOff() {
        assertThatThrownBy(
                        () ->
                                server.get(
                                        "/api/v1/broken/stream?count=unbounded&rate=20000/s",
                                        "Accept",
                                        "text/event-stream"))
                .isInstanceOf(UncheckedIOException.class);
    }

    @Test
    void filtersThatMatchNothing_areToldBeforeTheFirstByte() {
        var answer = server.get("/api/v1/broken/stream?count=5&offset=2000&none=x");
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("NO_MATCH");
        answer = server.get("/api/v1/broken/stream?count=5&offset=2000&none=x&format=csv");
        assertThat(answer.statusCode()).isEqualTo(422);
    }
}
