package io.github.clinicaldata.support;

import io.github.clinicaldata.format.ByteSink;
import io.github.clinicaldata.format.EncoderSession;
import io.github.clinicaldata.format.FormatOptions;
import io.github.clinicaldata.format.StreamContext;
import io.github.clinicaldata.format.x12.X12Format;
import io.github.clinicaldata.record.Population;
import io.github.clinicaldata.record.RecordKind;
import io.github.clinicaldata.record.RecordReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** Files of X12, whole or as streams that are made while they are read. */
public final class X12Files {
    private static final X12Format FORMAT = new X12Format(World.TRANSACTIONS);
    private static final int CHUNK = 1 << 16;

    private X12Files() {}

    /** The names of all transaction sets with the kinds that they are of. */
    public static Map<String, String> kinds() {
        Map<String, String> kinds = new TreeMap<>();
        World.TRANSACTIONS.forEach(set -> kinds.put(set.name(), set.kind()));
        return kinds;
    }

    /** The kind of a set. */
    public static RecordKind<?> kind(String set) {
        return World.catalog().kind(Objects.requireNonNull(kinds().get(set), set)).orElseThrow();
    }

    /** A file of the records with the first so many indexes that the set is for. */
    public static String text(String set, Population population, long until, String... options) {
        try (InputStream file = open(set, population, until, options)) {
            return new String(file.readAllBytes(), StandardCharsets.US_ASCII);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The same as a stream. */
    public static InputStream open(
            String set, Population population, long until, String... options) {
        Map<String, String> given = new TreeMap<>(Map.of("transaction", set));
        for (String option : options) {
            given.put(option.split("=")[0], option.split("=")[1]);
        }
        return open(kind(set), new FormatOptions(given), population, until);
    }

    private static <R> InputStream open(
            RecordKind<R> kind, FormatOptions options, Population population, long until) {
        EncoderSession<R> session =
                FORMAT.encoder(kind, kind.schema()).open(new StreamContext(population, 0, options));
        return new Made<>(session, kind.generator().open(population), until);
    }

    private static final class Made<R> extends InputStream {
        private final EncoderSession<R> session;
        private final RecordReader<R> reader;
        private final long until;
        private final ByteSink sink = new ByteSink(CHUNK);
        private ByteArrayInputStream chunk = new ByteArrayInputStream(new byte[0]);
        private long next;
        private boolean ended;

        Made(EncoderSession<R> session, RecordReader<R> reader, long until) {
            this.session = session;
            this.reader = reader;
            this.until = until;
            session.begin(sink);
        }

        private boolean fill() {
            while (!ended && sink.size() < CHUNK) {
                if (next < until) {
                    session.write(reader.present(next++), sink);
                } else {
                    session.end(sink);
                    ended = true;
                }
            }
            chunk = new ByteArrayInputStream(sink.toByteArray());
            sink.truncate(0);
            return chunk.available() > 0;
        }

        @Override
        public int read() {
            return chunk.available() > 0 || fill() ? chunk.read() : -1;
        }

        @Override
        public int read(byte[] target, int from, int length) {
            return chunk.available() > 0 || fill() ? chunk.read(target, from, length) : -1;
        }
    }
}
