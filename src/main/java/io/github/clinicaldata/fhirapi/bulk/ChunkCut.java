package io.github.clinicaldata.fhirapi.bulk;

import io.github.clinicaldata.stream.Chunk;
import io.github.clinicaldata.transport.http.ByteRange;
import java.util.Arrays;

/** Leaves of the chunks of one stream the bytes of a range. Not safe for use by several threads. */
final class ChunkCut {
    private final long from;
    private final long until;
    private long position;

    ChunkCut(ByteRange range) {
        from = range.from();
        until = range.from() + range.length();
    }

    /** What a chunk has of the range, which may be nothing; chunks come in their order. */
    Chunk of(Chunk chunk) {
        int start = (int) Math.min(chunk.length(), Math.max(0, from - position));
        int end = (int) Math.min(chunk.length(), Math.max(start, until - position));
        position += chunk.length();
        if (start == 0) {
            return new Chunk(chunk.bytes(), end, chunk.records(), chunk.firstIndex());
        }
        byte[] part = Arrays.copyOfRange(chunk.bytes(), start, end);
        return new Chunk(part, part.length, chunk.records(), chunk.firstIndex());
    }
}
