package io.github.clinicaldata.support;

import com.google.protobuf.ByteString;
import io.grpc.Server;
import io.grpc.netty.NettyServerBuilder;
import io.grpc.stub.StreamObserver;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceResponse;
import io.opentelemetry.proto.collector.trace.v1.TraceServiceGrpc;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.trace.v1.ResourceSpans;
import io.opentelemetry.proto.trace.v1.Span;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

/** A collector of traces that speaks OTLP over gRPC, and a server under test that sends to it. */
public final class OtlpReceiver implements QuarkusTestResourceLifecycleManager {
    private static final List<ResourceSpans> RECEIVED = new CopyOnWriteArrayList<>();

    private @Nullable Server server;

    @Override
    public Map<String, String> start() {
        try {
            Server started =
                    NettyServerBuilder.forAddress(new InetSocketAddress("127.0.0.1", 0))
                            .addService(new Collector())
                            .build()
                            .start();
            server = started;
            return Map.of(
                    "quarkus.otel.sdk.disabled",
                    "false",
                    "quarkus.otel.exporter.otlp.endpoint",
                    "http://127.0.0.1:" + started.getPort(),
                    "quarkus.otel.bsp.schedule.delay",
                    "100ms");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class Collector extends TraceServiceGrpc.TraceServiceImplBase {
        @Override
        public void export(
                ExportTraceServiceRequest request,
                StreamObserver<ExportTraceServiceResponse> answer) {
            RECEIVED.addAll(request.getResourceSpansList());
            answer.onNext(ExportTraceServiceResponse.getDefaultInstance());
            answer.onCompleted();
        }
    }

    /** The one span for which something holds, once it is here. */
    public static Span await(Predicate<Span> condition) {
        Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> find(condition).size() > 0);
        List<Span> found = find(condition);
        if (found.size() > 1) {
            throw new AssertionError("more than one: " + found);
        }
        return found.get(0);
    }

    /** The spans so far for which something holds. */
    public static List<Span> find(Predicate<Span> condition) {
        return RECEIVED.stream()
                .flatMap(each -> each.getScopeSpansList().stream())
                .flatMap(each -> each.getSpansList().stream())
                .filter(condition)
                .toList();
    }

    /** What the server says of itself. */
    public static Map<String, String> resource() {
        return attributes(RECEIVED.get(0).getResource().getAttributesList());
    }

    /** The attributes of a span, as texts. */
    public static Map<String, String> attributes(Span span) {
        return attributes(span.getAttributesList());
    }

    private static Map<String, String> attributes(List<KeyValue> list) {
        Map<String, String> attributes = new TreeMap<>();
        for (KeyValue each : list) {
            attributes.put(
                    each.getKey(),
                    each.getValue().hasIntValue()
                            ? String.valueOf(each.getValue().getIntValue())
                            : each.getValue().getStringValue());
        }
        return attributes;
    }

    /** An id as it is written. */
    public static String hex(ByteString id) {
        return HexFormat.of().formatHex(id.toByteArray());
    }

    @Override
    public void stop() {
        if (server != null) {
            server.shutdownNow();
        }
        RECEIVED.clear();
    }
}
