package io.github.clinicaldata.feed.target;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.NetSocket;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * A connection to a listener: the event loop cuts what comes into messages, the feed's thread waits
 * for them.
 */
final class MllpConnection {
    private static final byte START = 0x0B;
    private static final byte END = 0x1C;
    private static final int MOST_BYTES = 64 << 10;
    private static final int MOST_UNREAD = 64;

    /** Stands in the queue for the end of the connection. */
    private static final String CLOSED = "";

    private final NetSocket socket;
    private final BlockingQueue<String> messages = new ArrayBlockingQueue<>(MOST_UNREAD);
    private final ByteArrayOutputStream message = new ByteArrayOutputStream();
    private boolean inMessage;
    private volatile boolean closed;

    MllpConnection(NetSocket socket) {
        this.socket = socket;
        socket.closeHandler(end -> ended());
        socket.exceptionHandler(broken -> socket.close());
        socket.handler(this::read);
    }

    private void ended() {
        closed = true;
        if (!messages.offer(CLOSED)) {
            messages.clear();
            messages.add(CLOSED);
        }
    }

    private void read(Buffer bytes) {
        for (int i = 0; i < bytes.length(); i++) {
            byte each = bytes.getByte(i);
            if (each == START) {
                message.reset();
                inMessage = true;
            } else if (each == END && inMessage) {
                inMessage = false;
                if (!messages.offer(message.toString(StandardCharsets.UTF_8))) {
                    socket.close();
                }
            } else if (inMessage) {
                message.write(each);
                if (message.size() > MOST_BYTES) {
                    socket.close();
                    return;
                }
            }
        }
    }

    /** Whether nothing can be sent any more. */
    boolean isClosed() {
        return closed;
    }

    /** Sends bytes. */
    void write(Buffer bytes) {
        socket.write(bytes);
    }

    /**
     * The next message that comes.
     *
     * @throws TargetFailure when none comes in time, or the connection ends
     */
    String next(long nanos) throws TargetFailure, InterruptedException {
        String next = messages.poll(nanos, TimeUnit.NANOSECONDS);
        if (next == null) {
            throw TargetFailure.passing("The listener acknowledged nothing in time");
        }
        if (next.equals(CLOSED)) {
            throw TargetFailure.passing("The listener closed the connection");
        }
        return next;
    }

    void close() {
        socket.close();
    }
}
