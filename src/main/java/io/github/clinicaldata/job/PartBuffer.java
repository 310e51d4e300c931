package io.github.clinicaldata.job;

import io.github.clinicaldata.job.storage.FilePart;
import io.github.clinicaldata.job.storage.Sha256;
import io.github.clinicaldata.stream.Chunk;
import java.io.IOException;
import java.security.MessageDigest;
import java.util.List;

/**
 * Cuts the chunks of a stream into parts. Parts that were written before the server died are made
 * again and compared rather than written, since the bytes of a stream depend on all before them.
 */
final class PartBuffer {
    private final List<FilePart> written;
    private final int partBytes;
    private final Writer writer;
    private final MessageDigest whole = Sha256.open();
    private byte[] bytes;
    private int filled;
    private int number = 1;
    private long offset;

    /**
     * A file's parts.
     *
     * @param written the parts that are there
     * @param partBytes the size of the others, but for the last
     * @param writer writes them
     */
    PartBuffer(List<FilePart> written, int partBytes, Writer writer) {
        this.written = written;
        this.partBytes = partBytes;
        this.writer = writer;
        bytes = new byte[size()];
    }

    /** Writes parts. */
    @FunctionalInterface
    interface Writer {
        void write(FilePart part, byte[] bytes) throws IOException;
    }

    /** A part that was written is not what the stream gives now: the product was changed. */
    static final class ChangedException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        ChangedException() {
            super("changed", null, false, false);
        }
    }

    private int size() {
        return number <= written.size() ? written.get(number - 1).length() : partBytes;
    }

    /** Takes a chunk. */
    void add(Chunk chunk) throws IOException {
        int from = 0;
        while (from < chunk.length()) {
            int taken = Math.min(chunk.length() - from, bytes.length - filled);
            System.arraycopy(chunk.bytes(), from, bytes, filled, taken);
            filled += taken;
            from += taken;
            if (filled == bytes.length) {
                flush();
            }
        }
    }

    /**
     * Writes what is left.
     *
     * @return the digest of the whole file
     */
    String end() throws IOException {
        if (filled > 0) {
            flush();
        }
        if (number <= written.size()) {
            throw new ChangedException();
        }
        return Sha256.digits(whole);
    }

    private void flush() throws IOException {
        String sha256 = Sha256.of(bytes, filled);
        if (number > written.size()) {
            writer.write(new FilePart(number, offset, filled, sha256, ""), bytes);
        } else if (!written.get(number - 1).sha256().equals(sha256)) {
            throw new ChangedException();
        }
        whole.update(bytes, 0, filled);
        offset += filled;
        number++;
        filled = 0;
        if (bytes.length != size()) {
            bytes = new byte[size()];
        }
    }
}
