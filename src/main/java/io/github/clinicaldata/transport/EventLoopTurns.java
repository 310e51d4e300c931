package io.github.clinicaldata.transport;

import io.netty.channel.EventLoop;
import io.netty.channel.SingleThreadEventLoop;
import io.vertx.core.Context;
import io.vertx.core.impl.ContextInternal;

/**
 * Gives a stream one turn in each round of its event loop, after the loop's I/O.
 *
 * <p>{@link Context#runOnContext} is not enough for that: Netty runs up to 64 queued tasks before
 * it looks at its sockets again, so streams that queue a chunk at a time keep requests, health
 * probes among them, waiting for 64 chunks.
 */
public final class EventLoopTurns {
    private final ContextInternal context;
    private final EventLoop loop;

    private EventLoopTurns(ContextInternal context) {
        this.context = context;
        loop = context.nettyEventLoop();
    }

    /** The turns of work in a Vert.x context of an event loop. */
    public static EventLoopTurns of(Context context) {
        return new EventLoopTurns((ContextInternal) context);
    }

    /** Runs work at the end of the next round. */
    public void next(Runnable work) {
        if (loop instanceof SingleThreadEventLoop single) {
            // queued first, since what is added in the end of a round runs in that same end
            single.execute(
                    () -> single.executeAfterEventLoopIteration(() -> context.dispatch(work)));
        } else {
            context.runOnContext(ignored -> work.run());
        }
    }
}
