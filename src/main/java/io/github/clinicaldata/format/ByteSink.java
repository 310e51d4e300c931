package io.github.clinicaldata.format;

import io.github.clinicaldata.record.DigitPattern;
import io.github.clinicaldata.record.RecordId;
import io.github.clinicaldata.record.Text;
import java.time.LocalDate;
import java.util.Arrays;

/**
 * A growing buffer of bytes that encoders write into. Used again for each chunk; not safe for use by
 * several threads.
 */
public final class ByteSink {
    private static final byte[] HEX = "0123456789abcdef".getBytes(java.nio.charset.StandardCharsets.US_ASCII);
    private static final byte[] HEX_PAIRS = new byte[512];
    private static final byte[] DIGIT_PAIRS = new byte[200];

    static {
        for (int i = 0; i < 256; i++) {
            HEX_PAIRS[i * 2] = HEX[i >> 4];
            HEX_PAIRS[i * 2 + 1] = HEX[i & 15];
        }
        for (int i = 0; i < 100; i++) {
            DIGIT_PAIRS[i * 2] = (byte) ('0' + i / 10);
            DIGIT_PAIRS[i * 2 + 1] = (byte) ('0' + i % 10);
        }
    }

    private byte[] buffer;
    private int position;

    /** A sink with room for so many bytes before it grows. */
    public ByteSink(int capacity) {
        buffer = new byte[capacity];
    }

    /** How many bytes were written. */
    public int size() {
        return position;
    }

    /** Forgets all bytes after the first so many. */
    public void truncate(int size) {
        position = size;
    }

    /** The byte at a position that was written. */
    public byte byteAt(int at) {
        return buffer[at];
    }

    /** A copy of what was written. */
    public byte[] toByteArray() {
        return Arrays.copyOf(buffer, position);
    }

    /** Hands over the buffer, which may be longer than {@link #size()}, and starts a new one. */
    public byte[] detach() {
        byte[] full = buffer;
        buffer = new byte[full.length];
        position = 0;
        return full;
    }

    /** Makes room for more bytes and answers the buffer. */
    private byte[] room(int bytes) {
        if (buffer.length - position < bytes) {
            buffer = Arrays.copyOf(buffer, Math.max(buffer.length * 2, position + bytes));
        }
        return buffer;
    }

    /** Writes one byte. */
    public void write(byte value) {
        room(1)[position++] = value;
    }

    /** Writes one ASCII character. */
    public void write(char ascii) {
        write((byte) ascii);
    }

    /** Writes all of an array. */
    public void write(byte[] bytes) {
        System.arraycopy(bytes, 0, room(bytes.length), position, bytes.length);
        position += bytes.length;
    }

    /** Writes a part of an array. */
    public void write(byte[] bytes, int from, int length) {
        System.arraycopy(bytes, from, room(length), position, length);
        position += length;
    }

    /** Writes a text as it is. */
    public void write(Text text) {
        position = text.copyTo(room(text.length()), position);
    }

    /** Moves what was written from a position on, to make room for bytes before it. */
    public void insert(int at, int bytes) {
        byte[] target = room(bytes);
        System.arraycopy(target, at, target, at + bytes, position - at);
        position += bytes;
    }

    /** Overwrites the byte at a position that was written. */
    public void set(int at, byte value) {
        buffer[at] = value;
    }

    /** Writes a number by a pattern. */
    public void write(DigitPattern pattern, long number) {
        position = pattern.write(number, room(pattern.length()), position);
    }

    /** Writes a whole number in decimal. */
    public void writeDecimal(long number) {
        long rest = number;
        if (rest < 0) {
            write('-');
            if (rest == Long.MIN_VALUE) {
                write("9223372036854775808".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
                return;
            }
            rest = -rest;
        }
        int digits = 1;
        for (long bound = 10; digits < 19 && rest >= bound; bound *= 10) {
            digits++;
        }
        byte[] target = room(digits);
        for (int i = position + digits - 1; i >= position; i--) {
            target[i] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
        position += digits;
    }

    /** Writes a date of the years 0 to 9999 as {@code 2026-01-31}. */
    public void write(LocalDate date) {
        byte[] target = room(10);
        int year = date.getYear();
        pair(year / 100, target, position);
        pair(year % 100, target, position + 2);
        target[position + 4] = '-';
        pair(date.getMonthValue(), target, position + 5);
        target[position + 7] = '-';
        pair(date.getDayOfMonth(), target, position + 8);
        position += 10;
    }

    private static void pair(int number, byte[] target, int at) {
        target[at] = DIGIT_PAIRS[number * 2];
        target[at + 1] = DIGIT_PAIRS[number * 2 + 1];
    }

    /** Writes an id as a UUID of 36 characters. */
    public void write(RecordId id) {
        byte[] target = room(36);
        int at = position;
        long high = id.high();
        long low = id.low();
        hex(high >>> 32, 4, target, at);
        target[at + 8] = '-';
        hex(high >>> 16, 2, target, at + 9);
        target[at + 13] = '-';
        hex(high, 2, target, at + 14);
        target[at + 18] = '-';
        hex(low >>> 48, 2, target, at + 19);
        target[at + 23] = '-';
        hex(low, 6, target, at + 24);
        position = at + 36;
    }

    private static void hex(long value, int bytes, byte[] target, int at) {
        for (int i = 0; i < bytes; i++) {
            int pair = ((int) (value >>> (8 * (bytes - 1 - i))) & 0xFF) * 2;
            target[at + 2 * i] = HEX_PAIRS[pair];
            target[at + 2 * i + 1] = HEX_PAIRS[pair + 1];
        }
    }

    /** Writes a number as a protobuf varint. */
    public void writeVarint(long number) {
        byte[] target = room(10);
        long rest = number;
        while ((rest & ~0x7FL) != 0) {
            target[position++] = (byte) (rest & 0x7F | 0x80);
            rest >>>= 7;
        }
        target[position++] = (byte) rest;
    }
}
