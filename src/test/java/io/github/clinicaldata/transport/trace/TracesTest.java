package io.github.clinicaldata.transport.trace;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.clinicaldata.proto.v1.ClinicalDataServiceGrpc;
import io.github.clinicaldata.proto.v1.StreamRequest;
import io.github.clinicaldata.support.Endpoint;
import io.github.clinicaldata.support.LogLines;
import io.github.clinicaldata.support.OtlpReceiver;
import io.github.clinicaldata.transport.http.feed.FeedClient;
import io.github.clinicaldata.transport.http.job.JobClient;
import io.grpc.ManagedChannel;
import io.grpc.netty.NettyChannelBuilder;
import io.opentelemetry.proto.trace.v1.Span;
import io.opentelemetry.proto.trace.v1.Status;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logmanager.ExtLogRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a collector is told of streams, jobs and feeds. */
@QuarkusTest
@TestProfile(TracesTest.Traced.class)
@QuarkusTestResource(value = OtlpReceiver.class, restrictToAnnotatedClass = true)
class TracesTest {
    private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";
    private static final String CLIENT_SPAN = "b7ad6b7169203331";
    private static final String TRACE_PARENT = "00-" + TRACE + "-" + CLIENT_SPAN + "-01";

    /** A server that has a broken kind and feeds to this machine. */
    public static class Traced implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            try (ServerSocket socket = new ServerSocket(0)) {
                return Map.of(
                        "test.broken-kind",
                        "true",
                        "quarkus.http.test-port",
                        "0",
                        "quarkus.grpc.server.test-port",
                        String.valueOf(socket.getLocalPort()),
                        "clinical.database.url",
                        "jdbc:h2:mem:traced;DB_CLOSE_DELAY=-1",
                        "clinical.feeds.allowed-addresses",
                        "127.0.0.0/8");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    @TestHTTPResource URI base;

    @ConfigProperty(name = "quarkus.grpc.server.test-port")
    int grpcPort;

    private JobClient client;

    @BeforeEach
    void connect() {
        client = new JobClient(base);
    }

    private static Span named(String name) {
        return OtlpReceiver.await(span -> span.getName().equals(name));
    }

    private static Span withId(com.google.protobuf.ByteString id) {
        return OtlpReceiver.await(span -> span.getSpanId().equals(id));
    }

    @Test
    void stream_isAChildOfItsRequest_whichContinuesTheTraceOfTheClient() {
        client.get(
                "/api/v1/providers/stream?count=500&seed=7&format=csv",
                "traceparent",
                TRACE_PARENT,
                "X-Request-ID",
                "traced-1");

        Span stream = named("http providers");
        assertThat(OtlpReceiver.hex(stream.getTraceId())).isEqualTo(TRACE);
        assertThat(OtlpReceiver.attributes(stream))
                .containsEntry("clinical.kind", "providers")
                .containsEntry("clinical.format", "csv")
                .containsEntry("clinical.transport", "http")
                .containsEntry("clinical.records", "500")
                .containsEntry("clinical.outcome", "completed")
                .hasEntrySatisfying(
                        "clinical.population", name -> assertThat(name).contains("seed=7"));

        Span request = withId(stream.getParentSpanId());
        assertThat(OtlpReceiver.hex(request.getParentSpanId())).isEqualTo(CLIENT_SPAN);
        assertThat(request.getKind()).isEqualTo(Span.SpanKind.SPAN_KIND_SERVER);
        assertThat(request.getName()).isEqualTo("GET /api/v1/{kind}/stream");
        assertThat(OtlpReceiver.attributes(request))
                .containsEntry("http.route", "/api/v1/{kind}/stream")
                .containsEntry("request_id", "traced-1");
        assertThat(OtlpReceiver.resource())
                .containsEntry("service.name", "clinical-data-generator");
    }

    @Test
    void callsOfGrpc_haveSpans() throws InterruptedException {
        ManagedChannel channel =
                NettyChannelBuilder.forAddress("127.0.0.1", grpcPort).usePlaintext().build();
        try {
            ClinicalDataServiceGrpc.newBlockingStub(channel)
                    .streamMembers(StreamRequest.newBuilder().setCount(10).build())
                    .forEachRemaining(member -> {});
        } finally {
            channel.shutdownNow();
        }

        Span stream = named("grpc members");
        assertThat(OtlpReceiver.attributes(stream))
                .containsEntry("clinical.records", "10")
                .containsEntry("clinical.outcome", "completed");
        assertThat(withId(stream.getParentSpanId()).getName()).endsWith("/StreamMembers");
    }

    @Test
    void events_haveSpans() {
        client.get("/api/v1/members/stream?count=3", "Accept", "text/event-stream");

        assertThat(OtlpReceiver.attributes(named("sse members")))
                .containsEntry("clinical.records", "3");
    }

    @Test
    void brokenStream_isAnError_andItsLinesInTheLogTellTheTrace() {
        List<ExtLogRecord> lines;
        try (LogLines log = LogLines.of("io.github.clinicaldata.transport.http.ProblemWriter")) {
            client.get("/api/v1/broken/stream?count=2000", "X-Request-ID", "traced-2");
            lines = log.all();
        }

        Span stream = named("http broken");
        assertThat(stream.getStatus().getCode()).isEqualTo(Status.StatusCode.STATUS_CODE_ERROR);
        assertThat(OtlpReceiver.attributes(stream)).containsEntry("clinical.outcome", "failed");
        assertThat(lines)
                .singleElement()
                .satisfies(
                        line -> {
                            assertThat(line.getMdc("request_id")).isEqualTo("traced-2");
                            assertThat(line.getMdc("traceId"))
                                    .isEqualTo(OtlpReceiver.hex(stream.getTraceId()));
                        });
    }

    @Test
    void job_hasATraceOfItsOwn_linkedToItsRequest_whichItsLinesInTheLogTell() {
        JsonNode job;
        List<ExtLogRecord> lines;
        try (LogLines log = LogLines.of("io.github.clinicaldata.job.JobWorkers")) {
            job =
                    client.submit(
                            "members",
                            "{\"record_count\": 200, \"output_format\": \"csv\"}",
                            "X-Request-ID",
                            "traced-3");
            client.await(job, "done");
            lines = log.containing(job.path("id").asText());
        }

        Span run = named("job members");
        tellOf(run, "traced-3", lines);
        assertThat(OtlpReceiver.attributes(run))
                .containsEntry("clinical.job", job.path("id").asText())
                .containsEntry("clinical.records", "200")
                .containsEntry("clinical.outcome", "completed");
        linksTo(run, "traced-3");
    }

    @Test
    void feed_hasATraceOfItsOwn_linkedToItsRequest_whichItsLinesInTheLogTell() {
        try (Endpoint endpoint = Endpoint.start();
                LogLines log = LogLines.of("io.github.clinicaldata.feed.FeedRuns")) {
            FeedClient feeds = new FeedClient(base);
            JsonNode feed =
                    JobClient.data(
                            feeds.post(
                                    """
                                    {"kind": "members", "count": 25, "format": "ndjson",
                                     "target": {"type": "http", "url": "%s"}}
                                    """
                                            .formatted(endpoint.url()),
                                    "X-Request-ID",
                                    "traced-4"));

            Span run = named("feed members");
            assertThat(OtlpReceiver.attributes(run))
                    .containsEntry("clinical.feed", feed.path("id").asText())
                    .containsEntry("clinical.records", "25")
                    .containsEntry("clinical.outcome", "completed");
            linksTo(run, "traced-4");
            tellOf(run, "traced-4", log.containing(feed.path("id").asText()));
        }
    }

    private static void tellOf(Span run, String requestId, List<ExtLogRecord> lines) {
        assertThat(lines)
                .allSatisfy(
                        line -> {
                            assertThat(line.getMdc("request_id")).isEqualTo(requestId);
                            assertThat(line.getMdc("traceId"))
                                    .isEqualTo(OtlpReceiver.hex(run.getTraceId()));
                            assertThat(line.getMdc("spanId"))
                                    .isEqualTo(OtlpReceiver.hex(run.getSpanId()));
                        });
    }

    private static void linksTo(Span run, String requestId) {
        assertThat(run.getParentSpanId()).isEmpty();
        assertThat(run.getLinksList()).hasSize(1);
        Span request = withId(run.getLinks(0).getSpanId());
        assertThat(request.getTraceId()).isEqualTo(run.getLinks(0).getTraceId());
        assertThat(request.getTraceId()).isNotEqualTo(run.getTraceId());
        assertThat(OtlpReceiver.attributes(request)).containsEntry("request_id", requestId);
    }
}
