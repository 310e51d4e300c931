package io.github.clinicaldata.transport.drain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.clinicaldata.proto.v1.ClinicalDataServiceGrpc;
import io.github.clinicaldata.proto.v1.Member;
import io.github.clinicaldata.proto.v1.StreamRequest;
import io.github.clinicaldata.support.PackagedServer;
import io.github.clinicaldata.support.RawHttp;
import io.grpc.ManagedChannel;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.netty.NettyChannelBuilder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged server is told to stop while it streams. */
class DrainIT {
    private static final String UNBOUNDED = "/api/v1/members/stream?count=unbounded";
    private static final String BOUNDED = "/api/v1/members/stream?count=150&rate=100/s";
    private static final String CLOSE = "Connection: close\r\n";

    @TempDir Path directory;
    private final ExecutorService readers = Executors.newCachedThreadPool();
    private PackagedServer server;
    private ManagedChannel channel;

    @BeforeEach
    void start() {
        server =
                PackagedServer.start(
                        directory.resolve("log"),
                        "quarkus.shutdown.delay=6s",
                        "clinical.stream.drain-after=2s");
        channel =
                NettyChannelBuilder.forAddress("127.0.0.1", server.grpcPort())
                        .usePlaintext()
                        .build();
    }

    @AfterEach
    void stop() {
        channel.shutdownNow();
        server.close();
        readers.shutdownNow();
    }

    private Future<RawHttp.Answer> read(String path, String headers) {
        return readers.submit(RawHttp.send(server.httpPort(), path, headers));
    }

    @Test
    void streams_endBetweenRecordsOnceReadinessIsOff_andNeverLookComplete() throws Exception {
        Future<RawHttp.Answer> fast = read(UNBOUNDED + "&rate=20000/s", "");
        Future<RawHttp.Answer> paced = read(UNBOUNDED + "&rate=100/s", "");
        Future<RawHttp.Answer> events =
                read(UNBOUNDED + "&rate=10/s", "Accept: text/event-stream\r\n");
        Iterator<Member> messages =
                ClinicalDataServiceGrpc.newBlockingStub(channel)
                        .streamMembers(StreamRequest.newBuilder().setUnbounded(true).build());
        messages.next();
        Future<RawHttp.Answer> nearlyDone = read(BOUNDED, CLOSE);
        Thread.sleep(1000);

        server.terminate();
        Thread.sleep(100);

        assertThat(read("/q/health/ready", CLOSE).get(10, TimeUnit.SECONDS).head())
                .startsWith("HTTP/1.1 503 ");
        assertThat(nearlyDone.get(10, TimeUnit.SECONDS).complete()).isTrue();
        assertThat(nearlyDone.get().body().lines()).hasSize(150);
        assertThatThrownBy(() -> messages.forEachRemaining(member -> {}))
                .isInstanceOfSatisfying(
                        StatusRuntimeException.class,
                        failure -> {
                            assertThat(failure.getStatus().getCode())
                                    .isEqualTo(Status.Code.UNAVAILABLE);
                            assertThat(failure.getMessage())
                                    .matches(".*resume_after=[0-9]+ gives the rest");
                        });
        assertWholeRecords(fast.get(10, TimeUnit.SECONDS));
        assertWholeRecords(paced.get(10, TimeUnit.SECONDS));
        assertThat(events.get(10, TimeUnit.SECONDS).complete()).isFalse();
        assertThat(events.get().body())
                .matches(
                        "(?s).*\n\nretry:1000\nevent:error\ndata:The server stops; "
                                + "resume_after=[0-9]+ gives the rest\n\n");

        RawHttp.Answer late =
                read("/api/v1/members/stream?count=5", CLOSE).get(10, TimeUnit.SECONDS);
        assertThat(late.head()).startsWith("HTTP/1.1 503 ").containsIgnoringCase("Retry-After: 5");
        assertThat(late.body()).contains("SERVER_STOPPING");
        assertThat(server.ends(20)).isTrue();
        assertThat(Files.readString(directory.resolve("log")))
                .contains("The server stops and ends 4 streams")
                .doesNotContain("ERROR");
    }

    private static void assertWholeRecords(RawHttp.Answer answer) {
        assertThat(answer.complete()).isFalse();
        assertThat(answer.body()).endsWith("}\n").hasSizeGreaterThan(10_000);
    }
}
