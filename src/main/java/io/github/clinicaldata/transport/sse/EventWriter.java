package io.github.clinicaldata.transport.sse;

import io.github.clinicaldata.stream.ServerStoppingException;
import io.github.clinicaldata.transport.http.ChunkWriter;
import io.github.clinicaldata.transport.http.HttpProblem;
import io.vertx.core.Context;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.concurrent.Flow;
import java.util.function.Consumer;

/**
 * The last hop of an event stream: sends a comment when nothing else was sent for a while, so that
 * proxies keep the connection, and says {@code event:error} before it breaks off.
 */
final class EventWriter extends ChunkWriter {
    private static final String HEARTBEAT = ":\n\n";
    private static final int RETRY_MILLIS = 1000;

    private final HttpServerResponse response;
    private final Context eventLoop;
    private final long halfBeatMillis;
    private long timer = -1;
    private boolean silent;

    EventWriter(
            RoutingContext context,
            Context eventLoop,
            Duration heartbeat,
            Consumer<Throwable> failed) {
        super(context, eventLoop, failed);
        response = context.response();
        this.eventLoop = eventLoop;
        halfBeatMillis = Math.max(1, heartbeat.toMillis() / 2);
    }

    @Override
    public void onSubscribe(Flow.Subscription given) {
        timer = eventLoop.owner().setPeriodic(halfBeatMillis, ignored -> beat());
        super.onSubscribe(given);
        if (!response.headWritten()) {
            // a first comment carries the headers out, however late the first record is
            response.write(HEARTBEAT);
        }
    }

    private void beat() {
        if (silent && !response.ended() && !response.closed() && !response.writeQueueFull()) {
            response.write(HEARTBEAT);
        }
        silent = true;
    }

    @Override
    protected void sent() {
        silent = false;
    }

    @Override
    protected void stopped() {
        eventLoop.owner().cancelTimer(timer);
    }

    @Override
    protected void breakOff(HttpServerResponse begun, Throwable failure) {
        String message = HttpProblem.of(failure).message().replace('\n', ' ').replace('\r', ' ');
        String event = "event:error\ndata:" + message + "\n\n";
        if (failure instanceof ServerStoppingException) {
            // clients that keep to the standard come back with the id of their last event
            event = "retry:" + RETRY_MILLIS + "\n" + event;
        }
        begun.write(event).onComplete(written -> begun.reset());
    }
}
