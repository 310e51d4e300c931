package io.github.clinicaldata.transport.grpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.github.clinicaldata.proto.v1.ClinicalDataServiceGrpc;
import io.github.clinicaldata.proto.v1.Member;
import io.github.clinicaldata.proto.v1.StreamRequest;
import io.github.clinicaldata.support.SmallServer;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.ClientCallStreamObserver;
import io.grpc.stub.ClientResponseObserver;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Iterator;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(SmallServer.class)
class GrpcFlowControlTest extends GrpcClientTest {
    private static final StreamRequest UNBOUNDED =
            StreamRequest.newBuilder().setUnbounded(true).build();

    /** The client's window of 1 MiB and a chunk, in members of at least 300 bytes. */
    private static final int FITS_IN_BUFFERS = 5_000;

    @Inject MeterRegistry registry;

    @BeforeEach
    void nothingRuns() {
        // registers the meters as well
        all(client.streamMembers(StreamRequest.newBuilder().setCount(1).build()));
        await().until(() -> active() == 0);
    }

    private double active() {
        return registry.get("clinical.streams.active")
                .tags("kind", "members", "transport", "grpc")
                .gauge()
                .value();
    }

    private double count(String meter) {
        return registry.get(meter).tags("kind", "members", "transport", "grpc").counter().count();
    }

    /** A client that takes a message only when told to. */
    private static final class SlowReader implements ClientResponseObserver<StreamRequest, Member> {
        final AtomicInteger received = new AtomicInteger();
        private @Nullable ClientCallStreamObserver<StreamRequest> call;

        void request(int messages) {
            Objects.requireNonNull(call).request(messages);
        }

        void cancel() {
            Objects.requireNonNull(call).cancel("enough", null);
        }

        @Override
        public void beforeStart(ClientCallStreamObserver<StreamRequest> started) {
            call = started;
            started.disableAutoRequestWithInitial(1);
        }

        @Override
        public void onNext(Member member) {
            received.incrementAndGet();
        }

        @Override
        public void onError(Throwable failure) {}

        @Override
        public void onCompleted() {}
    }

    private boolean generationStandsStill() throws InterruptedException {
        double generated = count("clinical.records");
        TimeUnit.MILLISECONDS.sleep(1000);
        return count("clinical.records") == generated;
    }

    @Test
    void slowClient_holdsGenerationToWhatFitsInTheBuffers() throws InterruptedException {
        double before = count("clinical.records");
        SlowReader reader = new SlowReader();
        ClinicalDataServiceGrpc.newStub(channel).streamMembers(UNBOUNDED, reader);
        for (int i = 0; i < 20; i++) {
            TimeUnit.MILLISECONDS.sleep(50);
            reader.request(1);
        }
        await().until(() -> reader.received.get() == 21);
        // what buffers have room for is made first, which may take a while on a busy machine
        await().atMost(Duration.ofSeconds(20)).until(this::generationStandsStill);
        assertThat(count("clinical.records") - before).isBetween(21.0, (double) FITS_IN_BUFFERS);
        assertThat(active()).isEqualTo(1);
        reader.cancel();
        await().atMost(Duration.ofSeconds(5)).until(() -> active() == 0);
    }

    @Test
    void cancel_endsGenerationWithinAChunk() throws InterruptedException {
        double cancelled = count("clinical.streams.cancelled");
        SlowReader reader = new SlowReader();
        ClinicalDataServiceGrpc.newStub(channel).streamMembers(UNBOUNDED, reader);
        reader.request(10_000);
        await().until(() -> reader.received.get() == 10_001);
        reader.cancel();
        await().atMost(Duration.ofSeconds(5)).until(() -> active() == 0);
        double generated = count("clinical.records");
        TimeUnit.MILLISECONDS.sleep(300);
        assertThat(count("clinical.records")).isEqualTo(generated);
        assertThat(count("clinical.streams.cancelled")).isEqualTo(cancelled + 1);
    }

    @Test
    void lostConnection_endsGeneration() {
        Iterator<Member> stream = client.streamMembers(UNBOUNDED);
        assertThat(stream.next().getSynthetic()).isTrue();
        channel.shutdownNow();
        await().atMost(Duration.ofSeconds(5)).until(() -> active() == 0);
    }

    @Test
    void deadline_isExceededAndEndsGeneration() {
        Iterator<Member> stream =
                client.withDeadlineAfter(300, TimeUnit.MILLISECONDS).streamMembers(UNBOUNDED);
        assertThatThrownBy(() -> all(stream))
                .isInstanceOfSatisfying(
                        StatusRuntimeException.class,
                        failure ->
                                assertThat(failure.getStatus().getCode())
                                        .isEqualTo(Status.Code.DEADLINE_EXCEEDED));
        await().atMost(Duration.ofSeconds(5)).until(() -> active() == 0);
    }

    @Test
    void pacedStream_keepsItsRateAndStopsWhenCancelled() {
        SlowReader reader = new SlowReader();
        long start = System.nanoTime();
        ClinicalDataServiceGrpc.newStub(channel)
                .streamMembers(UNBOUNDED.toBuilder().setRate("100/s").build(), reader);
        reader.request(1000);
        await().until(() -> reader.received.get() >= 50);
        assertThat(System.nanoTime() - start).isGreaterThan(TimeUnit.MILLISECONDS.toNanos(400));
        reader.cancel();
        await().atMost(Duration.ofSeconds(5)).until(() -> active() == 0);
    }

    @Test
    void streamsOnOneConnection_allMoveOn() {
        SlowReader[] readers = new SlowReader[8];
        for (int i = 0; i < readers.length; i++) {
            readers[i] = new SlowReader();
            ClinicalDataServiceGrpc.newStub(channel).streamMembers(UNBOUNDED, readers[i]);
            readers[i].request(5_000);
        }
        for (SlowReader reader : readers) {
            await().until(() -> reader.received.get() == 5_001);
            reader.cancel();
        }
        await().atMost(Duration.ofSeconds(5)).until(() -> active() == 0);
    }
}
