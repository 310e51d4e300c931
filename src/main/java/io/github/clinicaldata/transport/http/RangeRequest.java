package io.github.clinicaldata.transport.http;

import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which bytes of a file a client asks for (RFC 9110, sections 13.1.5 and 14.2).
 *
 * @param range the header {@code Range}, or null
 * @param onlyIf the header {@code If-Range}, or null
 * @param compressible whether the client takes gzip
 */
public record RangeRequest(@Nullable String range, @Nullable String onlyIf, boolean compressible) {
    /** What a request asks for; a range is none but of {@code GET}. */
    public static RangeRequest of(HttpServerRequest request) {
        String encodings = request.getHeader("Accept-Encoding");
        return new RangeRequest(
                request.method() == HttpMethod.HEAD ? null : request.getHeader("Range"),
                request.getHeader("If-Range"),
                encodings != null && encodings.toLowerCase(Locale.ROOT).contains("gzip"));
    }

    /** Whether one range is asked for, and it is of the file with this entity tag. */
    public boolean isOf(String tag) {
        return ByteRange.isOne(range) && (onlyIf == null || onlyIf.equals(tag));
    }

    /** The bytes of a file with an entity tag and a size; nothing for the whole file. */
    public Optional<ByteRange> in(String tag, long size) {
        return isOf(tag) ? ByteRange.parse(range, size) : Optional.empty();
    }
}
