package io.github.clinicaldata.format;

import io.github.clinicaldata.record.Ascii;
import io.github.clinicaldata.record.DigitPattern;
import io.github.clinicaldata.record.RecordId;
import io.github.clinicaldata.record.Text;
import io.github.clinicaldata.record.Words;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;

/**
 * A growing buffer of bytes that encoders write into. Used again for each chunk; not safe for use
 * by several threads.
 */
public final class ByteSink {
    /** How dates are written. */
    public static final DigitPattern DATE = DigitPattern.of("####-##-##");

    private static final int UUID_LENGTH = 36;
    private static final DigitPattern TIME = DigitPattern.of("T##:##:##");
    private static final DigitPattern WEST = DigitPattern.of("-##:##");
    private static final DigitPattern EAST = DigitPattern.of("+##:##");

    private byte[] buffer;
    private int position;

    /** A sink with room for so many bytes before it grows. */
    public ByteSink(int capacity) {
        buffer = new byte[capacity + Words.SLACK];
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

    /** The buffer itself, of which the first {@link #size()} bytes were written. */
    public byte[] buffer() {
        return buffer;
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

    /**
     * Makes room for more bytes, and the slack that copies by words need, and answers the buffer.
     */
    private byte[] room(int bytes) {
        if (buffer.length - position < bytes + Words.SLACK) {
            grow(bytes);
        }
        return buffer;
    }

    private void grow(int bytes) {
        int needed = position + bytes + Words.SLACK;
        buffer = Arrays.copyOf(buffer, Math.max(buffer.length * 2, needed));
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

    /** Writes a literal. */
    public void write(Literal literal) {
        position = literal.copyTo(room(literal.length()), position);
    }

    /** Writes a literal and a text after it. */
    public void write(Literal before, Text text) {
        byte[] target = room(before.length() + text.length());
        position = text.copyTo(target, before.copyTo(target, position));
    }

    /** Writes a literal, a text and one more ASCII character. */
    public void write(Literal before, Text text, char after) {
        byte[] target = room(before.length() + text.length() + 1);
        int at = text.copyTo(target, before.copyTo(target, position));
        target[at] = (byte) after;
        position = at + 1;
    }

    /** Writes the lowest bytes of a word, up to eight, the lowest one first. */
    public void writeLowest(long word, int bytes) {
        Words.put(word, room(bytes), position);
        position += bytes;
    }

    /** Moves what was written from a position on, to make room for bytes before it. */
    public void insert(int at, int bytes) {
        shift(at, bytes);
    }

    /**
     * Moves what was written from a position on by so many bytes, towards the start if negative.
     */
    public void shift(int at, int bytes) {
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
        writeDecimal(number, 0);
    }

    /**
     * Writes a number with decimals, for example 1250 with two as {@code 12.50}.
     *
     * @param number the number without its point
     * @param decimals how many of its last digits stand after the point, 0 to 9
     */
    public void writeDecimal(long number, int decimals) {
        position = Decimals.write(number, decimals, room(Decimals.MOST_BYTES), position);
    }

    /** Writes a moment to the second as {@code 2026-01-31T09:05:00-05:00} (RFC 3339). */
    public void write(OffsetDateTime moment) {
        write(DATE, moment.toLocalDate());
        write(TIME, (moment.getHour() * 100L + moment.getMinute()) * 100 + moment.getSecond());
        int offset = moment.getOffset().getTotalSeconds() / 60;
        int minutes = Math.abs(offset);
        write(offset < 0 ? WEST : EAST, minutes / 60 * 100L + minutes % 60);
    }

    /**
     * Doubles each quotation mark that was written from a position on, as a quoted CSV cell has it.
     */
    public void doubleQuotes(int from) {
        int quotes = 0;
        for (int i = from; i < position; i++) {
            quotes += isQuote(buffer[i]);
        }
        byte[] target = room(quotes);
        int to = position + quotes;
        int at = position;
        position = to;
        // without branches, which a processor guesses wrong at every other quote: a quote is put
        // before each byte, and overwritten by the next unless it was due
        while (quotes > 0) {
            byte b = target[--at];
            int quote = isQuote(b);
            target[--to] = b;
            target[to - 1] = '"';
            to -= quote;
            quotes -= quote;
        }
    }

    /** 1 of a quote, 0 of any other byte. */
    private static int isQuote(byte b) {
        return ((b ^ '"') & 0xff) - 1 >>> 31;
    }

    /** Writes 64 bits, the least significant byte first. */
    public void writeFixed64(long bits) {
        byte[] target = room(Long.BYTES);
        Words.put(bits, target, position);
        position += Long.BYTES;
    }

    /** Writes a date of the years 0 to 9999 as {@code 2026-01-31}. */
    public void write(LocalDate date) {
        write(DATE, date);
    }

    /** Writes a date of the years 0 to 9999 by a pattern for year, month and day. */
    public void write(DigitPattern pattern, LocalDate date) {
        int number = (date.getYear() * 100 + date.getMonthValue()) * 100 + date.getDayOfMonth();
        write(pattern, number);
    }

    /** Writes an id as a UUID of 36 characters. */
    public void write(RecordId id) {
        byte[] target = room(UUID_LENGTH);
        int at = position;
        long second = Ascii.hexadecimal((int) id.high());
        long third = Ascii.hexadecimal((int) (id.low() >>> 32));
        Words.put(Ascii.hexadecimal((int) (id.high() >>> 32)), target, at);
        // each word after a hyphen overwrites what is beyond the four digits of the one before
        Words.put(second << 8 | '-', target, at + 8);
        Words.put(second >>> 24 & ~0xFFL | '-', target, at + 13);
        Words.put(third << 8 | '-', target, at + 18);
        Words.put(third >>> 24 & ~0xFFL | '-', target, at + 23);
        Words.put(Ascii.hexadecimal((int) id.low()), target, at + 28);
        position = at + UUID_LENGTH;
    }

    /** Writes a literal, the length of a text as a varint, and the text. */
    public void writeDelimited(Literal before, Text text) {
        write(before);
        writeVarint(text.length());
        write(text);
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
