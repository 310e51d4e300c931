package io.github.clinicaldata.format.hl7v2.validate;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Reads one message after the other: framed by MLLP where the file begins so, else from one segment
 * MSH to the next. Segments may end in CR, LF or both; the segments of batches are passed over.
 */
final class MessageReader {
    /** The longest message that is read, in bytes. */
    static final int LONGEST = 1 << 20;

    private static final int START = 0x0B;
    private static final int END = 0x1C;

    private final InputStream input;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private final ByteArrayOutputStream message = new ByteArrayOutputStream();
    private int peeked;
    private final boolean mllp;
    private boolean tooLong;
    private boolean unended;
    private boolean malformed;
    private @Nullable String held;

    MessageReader(InputStream file) throws IOException {
        input = new BufferedInputStream(file, 1 << 16);
        peeked = input.read();
        while (peeked == '\r' || peeked == '\n' || peeked == ' ') {
            peeked = input.read();
        }
        mllp = peeked == START;
    }

    /** Whether messages are framed. */
    boolean isMllp() {
        return mllp;
    }

    /** Whether the last message was longer than what is read. */
    boolean wasTooLong() {
        return tooLong;
    }

    /** Whether the last message had no end of its frame. */
    boolean wasUnended() {
        return unended;
    }

    /** Whether the last message had bytes that are no UTF-8. */
    boolean wasMalformed() {
        return malformed;
    }

    /** The next message with its segments ended by CR, or null at the file's end. */
    @Nullable String next() throws IOException {
        tooLong = false;
        unended = false;
        malformed = false;
        message.reset();
        return mllp ? nextFramed() : nextPlain();
    }

    private int read() throws IOException {
        int now = peeked;
        peeked = now < 0 ? now : input.read();
        return now;
    }

    private @Nullable String nextFramed() throws IOException {
        int each = read();
        while (each >= 0 && each != START) {
            each = read();
        }
        if (each < 0) {
            return null;
        }
        while (peeked >= 0 && peeked != END && peeked != START) {
            boolean afterReturn = each == '\r';
            each = read();
            if (each != '\n' || !afterReturn) {
                append(message, each == '\n' ? '\r' : each);
            }
        }
        unended = peeked != END;
        return text(message);
    }

    private @Nullable String nextPlain() throws IOException {
        StringBuilder whole = new StringBuilder();
        String first = held == null ? nextSegment() : held;
        held = null;
        while (first != null && isOfBatch(first)) {
            first = nextSegment();
        }
        if (first == null) {
            return null;
        }
        whole.append(first).append('\r');
        for (String each = nextSegment(); each != null; each = nextSegment()) {
            if (each.startsWith("MSH")) {
                held = each;
                break;
            }
            if (whole.length() + each.length() > LONGEST) {
                tooLong = true;
            } else if (!isOfBatch(each)) {
                whole.append(each).append('\r');
            }
        }
        return whole.toString();
    }

    private static boolean isOfBatch(String segment) {
        return segment.startsWith("FHS")
                || segment.startsWith("BHS")
                || segment.startsWith("BTS")
                || segment.startsWith("FTS");
    }

    /** The next line that is not empty, or null. */
    private @Nullable String nextSegment() throws IOException {
        while (peeked >= 0) {
            line.reset();
            for (int each = read(); each >= 0 && each != '\r' && each != '\n'; each = read()) {
                append(line, each);
            }
            if (line.size() > 0) {
                return text(line);
            }
        }
        return null;
    }

    private void append(ByteArrayOutputStream target, int each) {
        if (target.size() < LONGEST) {
            target.write(each);
        } else {
            tooLong = true;
        }
    }

    private String text(ByteArrayOutputStream bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes.toByteArray()))
                    .toString();
        } catch (CharacterCodingException e) {
            malformed = true;
            return bytes.toString(StandardCharsets.UTF_8);
        }
    }
}
