package io.github.clinicaldata.transport.http;

import io.github.clinicaldata.stream.Chunk;
import io.github.clinicaldata.transport.EventLoopTurns;
import io.netty.buffer.Unpooled;
import io.smallrye.mutiny.subscription.MultiSubscriber;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.util.concurrent.Flow;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The last hop to an HTTP client: asks for one chunk at a time, and for the next only when the
 * response's queue has room and the event loop has given others their turn.
 *
 * <p>A stream that fails after its first byte is broken off: the connection is closed (HTTP/1.1, no
 * final chunk) or the stream reset (HTTP/2), so that a truncated answer never looks complete.
 */
public class ChunkWriter implements MultiSubscriber<Chunk> {
    private final RoutingContext context;
    private final HttpServerResponse response;
    private final Context eventLoop;
    private final EventLoopTurns turns;
    private final Consumer<Throwable> failed;
    private Flow.@Nullable Subscription subscription;
    private @Nullable Future<Void> written;
    private boolean waitingForRoom;
    private boolean over;

    /**
     * Prepares the last hop.
     *
     * @param context the request, in its event loop
     * @param eventLoop the request's Vert.x context
     * @param failed learns of a failure, and answers when the stream has sent nothing yet
     */
    public ChunkWriter(RoutingContext context, Context eventLoop, Consumer<Throwable> failed) {
        this.context = context;
        response = context.response();
        this.eventLoop = eventLoop;
        turns = EventLoopTurns.of(eventLoop);
        this.failed = failed;
    }

    @Override
    public void onSubscribe(Flow.Subscription given) {
        subscription = given;
        // an answer whose length was told is not cut into pieces of told lengths
        response.setChunked(!response.headers().contains(HttpHeaders.CONTENT_LENGTH));
        response.closeHandler(closed -> stop());
        response.exceptionHandler(failure -> stop());
        response.drainHandler(drained -> resume());
        given.request(1);
    }

    private void stop() {
        over = true;
        Flow.Subscription current = subscription;
        if (current != null) {
            current.cancel();
        }
        stopped();
    }

    /** Called in the event loop after something was written. */
    protected void sent() {}

    /** Called once nothing more will be written. */
    protected void stopped() {}

    private void resume() {
        if (waitingForRoom) {
            waitingForRoom = false;
            // the queue drains in the middle of Netty's writing: what is written at once would go
            // out
            // before any other stream gets its turn
            turns.next(this::requestNext);
        }
    }

    private void requestNext() {
        Flow.Subscription current = subscription;
        if (!over && current != null) {
            current.request(1);
        }
    }

    @Override
    public void onItem(Chunk chunk) {
        onEventLoop(() -> write(chunk));
    }

    private void onEventLoop(Runnable action) {
        if (io.vertx.core.Vertx.currentContext() == eventLoop) {
            action.run();
        } else {
            eventLoop.runOnContext(ignored -> action.run());
        }
    }

    private void write(Chunk chunk) {
        if (over) {
            return;
        }
        if (chunk.length() > 0) {
            written =
                    response.write(
                            Buffer.buffer(
                                    Unpooled.wrappedBuffer(chunk.bytes(), 0, chunk.length())));
            sent();
        }
        if (response.writeQueueFull()) {
            waitingForRoom = true;
        } else {
            turns.next(this::requestNext);
        }
    }

    @Override
    public void onFailure(Throwable failure) {
        onEventLoop(
                () -> {
                    if (over) {
                        return;
                    }
                    over = true;
                    boolean begun = response.headWritten();
                    if (!begun) {
                        response.setChunked(false);
                    }
                    failed.accept(failure);
                    if (begun) {
                        breakOff(response, failure);
                        RequestVisits.brokenOff(context);
                    }
                    stopped();
                });
    }

    /**
     * Ends a response that has begun so that the client sees that it is not whole, and gets what
     * was written before.
     */
    protected void breakOff(HttpServerResponse begun, Throwable failure) {
        if (written == null) {
            begun.reset();
        } else {
            written.onComplete(done -> begun.reset());
        }
    }

    @Override
    public void onCompletion() {
        onEventLoop(
                () -> {
                    if (!over) {
                        over = true;
                        response.end();
                        stopped();
                    }
                });
    }
}
