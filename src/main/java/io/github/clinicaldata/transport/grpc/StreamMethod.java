package io.github.clinicaldata.transport.grpc;

import io.github.clinicaldata.plan.GenerationPlan;
import io.github.clinicaldata.proto.v1.StreamRequest;
import io.github.clinicaldata.stream.StreamClient;
import io.github.clinicaldata.stream.Streams;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.Status;
import io.vertx.core.Vertx;
import org.jspecify.annotations.Nullable;

/**
 * A server-streaming method of a kind: plans the request and sends what the plan's stream holds.
 */
final class StreamMethod implements ServerCallHandler<StreamRequest, EncodedMessage> {
    private static final Metadata.Key<String> POPULATION = key("x-population");
    private static final Metadata.Key<String> RECORD_RANGE = key("x-record-range");

    /**
     * Bytes that wait for a slow client before the call is not ready any more. Less than gRPC's own
     * 32 KiB, because there each message takes a buffer of at least 4 KiB, however small it is.
     */
    private static final int READY_BELOW = 8 << 10;

    private final RequestReader requests;
    private final Streams streams;
    private final Packaging packaging;
    private final Vertx vertx;

    StreamMethod(RequestReader requests, Streams streams, Packaging packaging, Vertx vertx) {
        this.requests = requests;
        this.streams = streams;
        this.packaging = packaging;
        this.vertx = vertx;
    }

    private static Metadata.Key<String> key(String name) {
        return Metadata.Key.of(name, Metadata.ASCII_STRING_MARSHALLER);
    }

    @Override
    public ServerCall.Listener<StreamRequest> startCall(
            ServerCall<StreamRequest, EncodedMessage> call, Metadata headers) {
        call.setOnReadyThreshold(READY_BELOW);
        // one request is due; asking for two tells a client that sends more of them from one that
        // ends
        call.request(2);
        return new Listener(call);
    }

    private MessageSender start(
            ServerCall<StreamRequest, EncodedMessage> call, StreamRequest request) {
        GenerationPlan<?> plan = requests.plan(request);
        StreamClient client = VisitedCall.visit(call).stream(plan);
        MessageSender sender = new MessageSender(call, packaging, vertx.getOrCreateContext());
        call.sendHeaders(headers(plan));
        streams.open(plan, packaging.framing(), "grpc", packaging.mostRecords(request), client)
                .subscribe()
                .withSubscriber(sender);
        return sender;
    }

    private static Metadata headers(GenerationPlan<?> plan) {
        Metadata headers = new Metadata();
        headers.put(POPULATION, plan.population().name());
        headers.put(RECORD_RANGE, plan.kind().name() + " " + plan.indexes().range());
        return headers;
    }

    /** What happens in one call. */
    private final class Listener extends ServerCall.Listener<StreamRequest> {
        private final ServerCall<StreamRequest, EncodedMessage> call;
        private @Nullable StreamRequest request;
        private @Nullable MessageSender sender;
        private boolean refused;

        Listener(ServerCall<StreamRequest, EncodedMessage> call) {
            this.call = call;
        }

        @Override
        public void onMessage(StreamRequest message) {
            if (request == null) {
                request = message;
            } else {
                refuse("The method takes one request, more were sent");
            }
        }

        private void refuse(String reason) {
            if (!refused) {
                refused = true;
                call.close(Status.INTERNAL.withDescription(reason), new Metadata());
            }
        }

        @Override
        public void onHalfClose() {
            if (request == null) {
                refuse("The method takes one request, none was sent");
            }
            if (refused || request == null) {
                return;
            }
            try {
                sender = start(call, request);
            } catch (RuntimeException e) {
                refused = true;
                GrpcFailures.close(call, e);
            }
        }

        @Override
        public void onReady() {
            if (sender != null) {
                sender.ready();
            }
        }

        @Override
        public void onCancel() {
            if (sender != null) {
                sender.cancel();
            }
        }
    }
}
