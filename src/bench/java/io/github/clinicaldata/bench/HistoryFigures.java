package io.github.clinicaldata.bench;

import io.github.clinicaldata.format.ByteSink;
import io.github.clinicaldata.format.EncoderSession;
import io.github.clinicaldata.format.RecordEncoder;
import io.github.clinicaldata.format.StreamContext;
import io.github.clinicaldata.record.Readers;
import io.github.clinicaldata.record.RecordKind;
import io.github.clinicaldata.record.RecordReader;
import io.github.clinicaldata.record.RecordRelation;
import io.github.clinicaldata.support.World;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * CPU of one thread a member with all that belongs to the member, found and written as JSON: what
 * {@code GET /api/v1/members/{id}/everything} takes beside HTTP. Each member is of another block,
 * and is asked for twice: the second time by the readers that have drawn the block, as the server
 * keeps them.
 */
public final class HistoryFigures {
    private static final int MEMBERS = 500;
    private static final int ROUNDS = 8;
    private static final Map<String, RecordEncoder<?>> ENCODERS = new TreeMap<>();
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private HistoryFigures() {}

    /** Runs all measurements, the first rounds to warm up. */
    public static void main(String... arguments) {
        RecordKind<?> members = World.catalog().kind("members").orElseThrow();
        for (int round = 0; round < ROUNDS; round++) {
            double[] first = new double[MEMBERS];
            double[] again = new double[MEMBERS];
            long bytes = 0;
            for (int i = 0; i < MEMBERS; i++) {
                long member = (long) (round * MEMBERS + i) * 64 + i % 64;
                Readers readers = new Readers(World.POPULATION);
                long start = THREADS.getCurrentThreadCpuTime();
                bytes += everything(members, readers, member);
                long made = THREADS.getCurrentThreadCpuTime();
                everything(members, readers, member);
                first[i] = (made - start) / 1e6;
                again[i] = (THREADS.getCurrentThreadCpuTime() - made) / 1e6;
            }
            System.out.printf(
                    Locale.ROOT,
                    "round %d: %s; again %s; %d bytes%n",
                    round,
                    told(first),
                    told(again),
                    bytes / MEMBERS);
        }
    }

    private static String told(double[] millis) {
        Arrays.sort(millis);
        return String.format(
                Locale.ROOT,
                "mean %.2f ms, median %.2f, 95th percentile %.2f",
                Arrays.stream(millis).average().orElseThrow(),
                millis[MEMBERS / 2],
                millis[MEMBERS * 95 / 100]);
    }

    private static long everything(RecordKind<?> members, Readers readers, long member) {
        long bytes = write(members, readers, member);
        for (RecordRelation relation : World.catalog().relations(members)) {
            bytes +=
                    write(
                            World.catalog().kind(relation.target()).orElseThrow(),
                            readers,
                            relation.finder().find(readers, member));
        }
        return bytes;
    }

    /** Made once a kind, as the server does: the JVM compiles each one anew. */
    @SuppressWarnings("unchecked") // a kind's encoder is of the kind's records
    private static <R> RecordEncoder<R> encoder(RecordKind<R> kind) {
        return (RecordEncoder<R>)
                ENCODERS.computeIfAbsent(
                        kind.name(), name -> World.format("json").encoder(kind, kind.schema()));
    }

    private static <R> long write(RecordKind<R> kind, Readers readers, long... indexes) {
        ByteSink sink = new ByteSink(1 << 12);
        EncoderSession<R> session = encoder(kind).open(new StreamContext(World.POPULATION, 0));
        RecordReader<R> reader = kind.generator().open(readers);
        session.begin(sink);
        for (long index : indexes) {
            R record = reader.read(index);
            if (record != null) {
                session.write(record, sink);
            }
        }
        session.end(sink);
        return sink.size();
    }
}
