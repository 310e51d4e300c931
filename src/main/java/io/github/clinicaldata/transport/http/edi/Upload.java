package io.github.clinicaldata.transport.http.edi;

import io.vertx.core.Context;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The body of a request as a stream for a thread that may block. The client sends no more than what
 * is read: a few buffers wait here, and further ones are asked for when these are taken.
 */
final class Upload extends InputStream {
    /** A body that has more bytes than are allowed. */
    static final class TooLarge extends IOException {
        private static final long serialVersionUID = 1L;

        TooLarge() {
            super("The body has more bytes than are allowed");
        }
    }

    /** A client that sends nothing any more, and has not ended the body. */
    static final class Silent extends IOException {
        private static final long serialVersionUID = 1L;

        Silent() {
            super("The client sends nothing");
        }
    }

    /** Buffers that may wait; Netty makes them of 8 KiB at most. */
    private static final int WAITING = 64;

    /** Buffers that are asked for together. */
    private static final int TOGETHER = 16;

    private final HttpServerRequest request;
    private final Context eventLoop;
    private final long most;
    private final long silence;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Deque<Buffer> buffers = new ArrayDeque<>();
    private final byte[] one = new byte[1];
    private @Nullable IOException failure;
    private boolean ended;
    private boolean closed;
    private long received;
    private int position;
    private int taken;

    /**
     * The body of a request that is paused.
     *
     * @param most the most bytes that it may have
     * @param silence how long a client may send nothing
     */
    Upload(HttpServerRequest request, Context eventLoop, long most, Duration silence) {
        this.request = request;
        this.eventLoop = eventLoop;
        this.most = most;
        this.silence = silence.toNanos();
        request.handler(this::arrived);
        request.endHandler(nothing -> change(() -> ended = true));
        request.exceptionHandler(this::broken);
        request.fetch(WAITING);
    }

    private void change(Runnable what) {
        lock.lock();
        try {
            what.run();
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void arrived(Buffer buffer) {
        change(
                () -> {
                    received += buffer.length();
                    if (received > most) {
                        buffers.clear();
                        failure = new TooLarge();
                    } else if (!closed && failure == null) {
                        buffers.addLast(buffer);
                    }
                });
    }

    private void broken(Throwable cause) {
        change(() -> failure = new IOException("The client is gone", cause));
    }

    /** Whether the body ended and had nothing in it. */
    boolean isEmpty() {
        lock.lock();
        try {
            return ended && received == 0;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public int read() throws IOException {
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] target, int from, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        lock.lock();
        try {
            Buffer buffer = first();
            if (buffer == null) {
                return -1;
            }
            int count = Math.min(length, buffer.length() - position);
            buffer.getBytes(position, position + count, target, from);
            position += count;
            if (position == buffer.length()) {
                buffers.removeFirst();
                position = 0;
                if (++taken == TOGETHER) {
                    taken = 0;
                    eventLoop.runOnContext(nothing -> request.fetch(TOGETHER));
                }
            }
            return count;
        } finally {
            lock.unlock();
        }
    }

    /** The next buffer that has bytes, or null at the end. */
    private @Nullable Buffer first() throws IOException {
        long left = silence;
        while (true) {
            if (failure != null) {
                throw failure;
            }
            Buffer buffer = buffers.peekFirst();
            if (buffer != null || ended || closed) {
                return buffer;
            }
            if (left <= 0) {
                throw new Silent();
            }
            left = await(left);
        }
    }

    private long await(long left) throws IOException {
        try {
            return changed.awaitNanos(left);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw (IOException) new InterruptedIOException("The server stops").initCause(e);
        }
    }

    @Override
    public int available() {
        lock.lock();
        try {
            Buffer buffer = buffers.peekFirst();
            return buffer == null ? 0 : buffer.length() - position;
        } finally {
            lock.unlock();
        }
    }

    /** Lets go of what has come; what comes later is thrown away. */
    @Override
    public void close() {
        change(
                () -> {
                    closed = true;
                    buffers.clear();
                    position = 0;
                });
        eventLoop.runOnContext(
                nothing -> {
                    // over HTTP/2 a request that has ended can't be resumed
                    if (!request.isEnded()) {
                        request.resume();
                    }
                });
    }

    /** In how many seconds a client has to have sent something. */
    long silenceSeconds() {
        return TimeUnit.NANOSECONDS.toSeconds(silence);
    }
}
