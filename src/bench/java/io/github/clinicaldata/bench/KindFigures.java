package io.github.clinicaldata.bench;

import io.github.clinicaldata.format.ByteSink;
import io.github.clinicaldata.format.EncoderSession;
import io.github.clinicaldata.format.RecordEncoder;
import io.github.clinicaldata.format.RecordFormat;
import io.github.clinicaldata.format.StreamContext;
import io.github.clinicaldata.record.RecordKind;
import io.github.clinicaldata.record.RecordReader;
import io.github.clinicaldata.support.World;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.LongConsumer;

/**
 * CPU of one thread a record, of every kind in every format that is the same for all kinds, beside
 * the ceiling of copying as many bytes. CPU and not time, so that other work on the machine counts
 * little; the least of several rounds, each long enough for a few blocks of members.
 */
public final class KindFigures {
    private static final String[] FORMATS = {"ndjson", "csv", "protobuf", "fhir"};
    private static final int KEPT = 2048;
    private static final int ROUNDS = 6;
    private static final long WARM_NANOS = 3_000_000_000L;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private KindFigures() {}

    /**
     * Runs all measurements.
     *
     * @param arguments how many records a round has, 200,000 if none, and names of kinds, all if
     *     none
     */
    public static void main(String... arguments) {
        int records = arguments.length == 0 ? 200_000 : Integer.parseInt(arguments[0]);
        System.out.println(
                "| kind | make ns | format | bytes | write ns | make and write ns | copy ns |");
        System.out.println("|---|---|---|---|---|---|---|");
        for (RecordKind<?> kind : World.KINDS) {
            boolean wanted = arguments.length < 2;
            for (int i = 1; i < arguments.length; i++) {
                wanted |= kind.name().equals(arguments[i]);
            }
            if (wanted) {
                measure(kind, records);
            }
        }
    }

    private static <R> void measure(RecordKind<R> kind, int records) {
        Object[] seen = new Object[1];
        double make =
                best(
                        records,
                        count -> {
                            RecordReader<R> reader = kind.generator().open(World.POPULATION);
                            for (long index = 0; index < count; index++) {
                                seen[0] = reader.read(index);
                            }
                        });
        List<R> kept = keep(kind);
        for (String name : FORMATS) {
            RecordFormat format = World.format(name);
            if (!format.supports(kind)) {
                continue;
            }
            long[] bytes = new long[1];
            // made once, as the server does: the JVM compiles each one anew
            RecordEncoder<R> encoder = format.encoder(kind, kind.schema());
            double both = best(records, count -> bytes[0] = write(kind, encoder, count));
            double write = best(records, count -> write(kept, encoder, count));
            int length = (int) (bytes[0] / records);
            byte[] from = new byte[length];
            byte[] to = new byte[1 << 16];
            double copy =
                    best(
                            records,
                            count -> {
                                int at = 0;
                                for (long index = 0; index < count; index++) {
                                    at = at + length > to.length ? 0 : at;
                                    System.arraycopy(from, 0, to, at, length);
                                    at += length;
                                }
                            });
            System.out.printf(
                    Locale.ROOT,
                    "| %s | %.0f | %s | %d | %.0f | %.0f | %.0f |%n",
                    kind.name(),
                    make,
                    name,
                    length,
                    write,
                    both,
                    copy);
        }
    }

    private static <R> List<R> keep(RecordKind<R> kind) {
        List<R> kept = new ArrayList<>();
        RecordReader<R> reader = kind.generator().open(World.POPULATION);
        for (long index = 0; kept.size() < KEPT; index++) {
            R record = reader.read(index);
            if (record != null) {
                kept.add(record);
            }
        }
        return kept;
    }

    /** Writes the same few records again and again. */
    private static <R> void write(List<R> records, RecordEncoder<R> encoder, long count) {
        ByteSink sink = new ByteSink(1 << 17);
        EncoderSession<R> session = encoder.open(new StreamContext(World.POPULATION, 0));
        session.begin(sink);
        for (long i = 0; i < count; i++) {
            session.write(records.get((int) i & KEPT - 1), sink);
            if (sink.size() > 1 << 16) {
                sink.truncate(0);
            }
        }
    }

    private static <R> long write(RecordKind<R> kind, RecordEncoder<R> encoder, long count) {
        ByteSink sink = new ByteSink(1 << 17);
        EncoderSession<R> session = encoder.open(new StreamContext(World.POPULATION, 0));
        RecordReader<R> reader = kind.generator().open(World.POPULATION);
        long bytes = 0;
        session.begin(sink);
        for (long index = 0; index < count; index++) {
            R record = reader.read(index);
            if (record != null) {
                session.write(record, sink);
            }
            if (sink.size() > 1 << 16) {
                bytes += sink.size();
                sink.truncate(0);
            }
        }
        session.end(sink);
        return bytes + sink.size();
    }

    /** Nanoseconds of CPU a record. */
    private static double best(int records, LongConsumer work) {
        long begin = THREADS.getCurrentThreadCpuTime();
        double best = Double.MAX_VALUE;
        for (int round = 0;
                round < ROUNDS || THREADS.getCurrentThreadCpuTime() - begin < WARM_NANOS;
                round++) {
            long start = THREADS.getCurrentThreadCpuTime();
            work.accept(records);
            best = Math.min(best, THREADS.getCurrentThreadCpuTime() - start);
        }
        return best / records;
    }
}
