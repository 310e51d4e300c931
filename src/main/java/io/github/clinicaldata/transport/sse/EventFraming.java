package io.github.clinicaldata.transport.sse;

import io.github.clinicaldata.format.ByteSink;
import io.github.clinicaldata.stream.Framing;
import java.nio.charset.StandardCharsets;

/**
 * Makes each record an event (WHATWG HTML, section 9.2): {@code id} is the population and the
 * index, {@code data} the record's lines. A final event {@code end} tells a whole stream from a
 * broken one.
 */
final class EventFraming implements Framing {
    private static final byte[] ID = ascii("id:");
    private static final byte[] DATA = ascii("\ndata:");
    private static final byte[] EVENT_END = ascii("\n\n");
    private static final byte[] BEGIN = ascii("event:begin");
    private static final byte[] END = ascii("event:end");

    private final byte[] idPrefix;
    private final boolean numbered;
    private final boolean singleLines;
    private long last = -1;

    /**
     * Creates the framing of a stream.
     *
     * @param idPrefix what every id begins with
     * @param numbered whether ids tell how many records were sent, as filtered streams need
     * @param singleLines whether no record has a line break but at its end
     */
    EventFraming(String idPrefix, boolean numbered, boolean singleLines) {
        this.idPrefix = ascii(idPrefix);
        this.numbered = numbered;
        this.singleLines = singleLines;
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    @Override
    public void before(long index, long number, ByteSink sink) {
        last = index;
        sink.write(ID);
        sink.write(idPrefix);
        sink.writeDecimal(index);
        if (numbered) {
            sink.write((byte) '-');
            sink.writeDecimal(number);
        }
        sink.write(DATA);
    }

    @Override
    public void after(int start, ByteSink sink) {
        endData(start, !singleLines, sink);
    }

    /** Takes line breaks off the end and puts {@code data:} before each further line. */
    private static void endData(int start, boolean severalLines, ByteSink sink) {
        int end = sink.size();
        while (end > start && isLineBreak(sink.byteAt(end - 1))) {
            end--;
        }
        sink.truncate(end);
        for (int i = end - 1; severalLines && i >= start; i--) {
            if (isLineBreak(sink.byteAt(i))) {
                boolean pair = sink.byteAt(i) == '\n' && i > start && sink.byteAt(i - 1) == '\r';
                int at = pair ? i - 1 : i;
                replace(at, i + 1 - at, sink);
                i = at;
            }
        }
        sink.write(EVENT_END);
    }

    private static void replace(int at, int length, ByteSink sink) {
        sink.insert(at, DATA.length - length);
        for (int i = 0; i < DATA.length; i++) {
            sink.set(at + i, DATA[i]);
        }
    }

    private static boolean isLineBreak(byte b) {
        return b == '\n' || b == '\r';
    }

    @Override
    public void afterBegin(int start, ByteSink sink) {
        wrap(BEGIN, start, sink);
    }

    @Override
    public void afterEnd(int start, ByteSink sink) {
        sink.truncate(start);
        sink.write(END);
        sink.write(DATA);
        sink.writeDecimal(last);
        sink.write(EVENT_END);
    }

    private static void wrap(byte[] event, int start, ByteSink sink) {
        int length = sink.size() - start;
        if (length == 0) {
            return;
        }
        sink.insert(start, event.length + DATA.length);
        for (int i = 0; i < event.length; i++) {
            sink.set(start + i, event[i]);
        }
        for (int i = 0; i < DATA.length; i++) {
            sink.set(start + event.length + i, DATA[i]);
        }
        endData(start + event.length + DATA.length, true, sink);
    }
}
