package io.github.clinicaldata.transport.http;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Bytes of a file (RFC 9110, section 14).
 *
 * @param from the first
 * @param length how many; 0 where the file has none of those that were asked for
 */
public record ByteRange(long from, long length) {
    private static final Pattern ONE = Pattern.compile("bytes=\\s*(\\d{0,18})-(\\d{0,18})\\s*");

    /**
     * The range of a header; nothing where there is none, or one that a server may take no notice
     * of: several ranges, other units, nonsense.
     */
    static Optional<ByteRange> parse(@Nullable String header, long size) {
        Matcher matcher = ONE.matcher(header == null ? "" : header);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String first = matcher.group(1);
        String last = matcher.group(2);
        if (first.isEmpty()) {
            return last.isEmpty()
                    ? Optional.empty()
                    : Optional.of(tail(Long.parseLong(last), size));
        }
        long from = Long.parseLong(first);
        long to = last.isEmpty() ? Long.MAX_VALUE : Long.parseLong(last);
        if (to < from) {
            return Optional.empty();
        }
        return Optional.of(
                new ByteRange(from, from >= size ? 0 : Math.min(to, size - 1) - from + 1));
    }

    /** Whether a header asks for a range that can be served, if the file is long enough. */
    static boolean isOne(@Nullable String header) {
        return parse(header, Long.MAX_VALUE).isPresent();
    }

    private static ByteRange tail(long length, long size) {
        long taken = Math.min(length, size);
        return new ByteRange(size - taken, taken);
    }

    /** Whether the file has none of the bytes. */
    public boolean isUnsatisfiable() {
        return length == 0;
    }

    /** The header that says which bytes these are. */
    public String header(long size) {
        return isUnsatisfiable()
                ? "bytes */" + size
                : "bytes %d-%d/%d".formatted(from, from + length - 1, size);
    }
}
