package io.github.clinicaldata.transport.grpc;

import io.github.clinicaldata.stream.Chunk;
import io.github.clinicaldata.transport.EventLoopTurns;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.Status;
import io.smallrye.mutiny.subscription.MultiSubscriber;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.util.Collections;
import java.util.Iterator;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/**
 * The last hop to a gRPC client: sends messages only while the call is ready, asks for one chunk at
 * a time, and for the next only when the one before was sent and the event loop has given others
 * their turn. All state is touched in the event loop alone.
 */
final class MessageSender implements MultiSubscriber<Chunk> {
    private final ServerCall<?, EncodedMessage> call;
    private final Packaging packaging;
    private final Context eventLoop;
    private final EventLoopTurns turns;
    private Flow.@Nullable Subscription subscription;
    private Iterator<EncodedMessage> unsent = Collections.emptyIterator();
    private boolean requested;
    private boolean completed;
    private @Nullable Throwable failure;
    private boolean over;

    /**
     * Prepares the last hop.
     *
     * @param call whose headers were sent
     * @param packaging makes messages of chunks
     * @param eventLoop the call's Vert.x context
     */
    MessageSender(ServerCall<?, EncodedMessage> call, Packaging packaging, Context eventLoop) {
        this.call = call;
        this.packaging = packaging;
        this.eventLoop = eventLoop;
        turns = EventLoopTurns.of(eventLoop);
    }

    /** The call takes messages again. */
    void ready() {
        turns.next(() -> guard(this::advance));
    }

    /** The client is gone, has cancelled, or its deadline has passed. */
    void cancel() {
        onEventLoop(this::stop);
    }

    private void onEventLoop(Runnable action) {
        if (Vertx.currentContext() == eventLoop) {
            guard(action);
        } else {
            eventLoop.runOnContext(ignored -> guard(action));
        }
    }

    /** Ends the call and the stream when something breaks here, so that neither hangs. */
    private void guard(Runnable action) {
        try {
            action.run();
        } catch (RuntimeException e) {
            stop();
            GrpcFailures.close(call, e);
        }
    }

    private void stop() {
        over = true;
        unsent = Collections.emptyIterator();
        if (subscription != null) {
            subscription.cancel();
        }
    }

    @Override
    public void onSubscribe(Flow.Subscription given) {
        subscription = given;
        advance();
    }

    @Override
    public void onItem(Chunk chunk) {
        onEventLoop(
                () -> {
                    requested = false;
                    unsent =
                            chunk.length() == 0
                                    ? Collections.emptyIterator()
                                    : packaging.messages(chunk);
                    send();
                    if (!unsent.hasNext()) {
                        turns.next(() -> guard(this::advance));
                    }
                });
    }

    @Override
    public void onFailure(Throwable given) {
        onEventLoop(
                () -> {
                    failure = given;
                    advance();
                });
    }

    @Override
    public void onCompletion() {
        onEventLoop(
                () -> {
                    completed = true;
                    advance();
                });
    }

    private void send() {
        while (!over && unsent.hasNext() && call.isReady()) {
            call.sendMessage(unsent.next());
        }
    }

    /**
     * Sends what there is, then ends the call or asks for more; left to {@link #ready} if neither.
     */
    private void advance() {
        send();
        if (over || unsent.hasNext()) {
            return;
        }
        if (failure != null) {
            over = true;
            GrpcFailures.close(call, failure);
        } else if (completed) {
            over = true;
            call.close(Status.OK, new Metadata());
        } else if (subscription != null && !requested && call.isReady()) {
            requested = true;
            subscription.request(1);
        }
    }
}
