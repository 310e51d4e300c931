package io.github.clinicaldata.transport.cli;

import io.github.clinicaldata.plan.GenerationPlan;
import io.github.clinicaldata.stream.Chunk;
import java.util.Locale;

/**
 * How far a stream has come, and how to say it in a line. One thread adds, another reads lines.
 *
 * <p>The share that is done is that of the records or that of the indexes, whichever is known and
 * larger: a filter makes the one unknown, an open end the other.
 */
final class Progress {
    private static final int COLUMNS = 79;
    private static final int BAR = 24;
    private static final double NANOS = 1e9;

    /** How much of the shown rate is kept from one line to the next. */
    private static final double MEMORY = 0.7;

    private static final String[] UNITS = {"B", "kB", "MB", "GB", "TB", "PB"};

    private final String kind;
    private final long records;
    private final long from;
    private final long indexes;
    private final long start;
    private volatile long madeRecords;
    private volatile long madeBytes;
    private volatile long nextIndex;
    private long linedRecords;
    private long linedAt;
    private double rate;

    /** The progress of a plan whose stream starts now, in nanoseconds of any clock. */
    Progress(GenerationPlan<?> plan, long now) {
        kind = plan.kind().name();
        records = plan.remaining();
        from = plan.indexes().from();
        boolean open = plan.indexes().until() >= plan.kind().indexes().size(plan.population());
        indexes = open ? Long.MAX_VALUE : plan.indexes().until() - from;
        start = now;
        linedAt = now;
        nextIndex = from;
    }

    /** Counts a chunk that was written; called by one thread only. */
    @SuppressWarnings("NonAtomicVolatileUpdate") // a single writer
    void add(Chunk chunk) {
        madeRecords += chunk.records();
        madeBytes += chunk.length();
        nextIndex = chunk.firstIndex();
    }

    /** The share that is done, from 0 to 1; 0 as long as nothing is known. */
    double share() {
        double ofRecords = records == Long.MAX_VALUE ? 0 : (double) madeRecords / records;
        // without a filter the records of the chunk are indexes too; with one, the next chunk tells
        double ofIndexes =
                indexes == Long.MAX_VALUE
                        ? 0
                        : Math.max(madeRecords, (double) nextIndex - from) / indexes;
        return Math.min(1, Math.max(ofRecords, ofIndexes));
    }

    /** A line of at most 79 columns: share, bar, records, bytes, rate, time left. */
    String line(long now) {
        String figures =
                String.format(
                        Locale.ROOT,
                        "%,d %s, %s, %,.0f/s",
                        madeRecords,
                        kind,
                        size(madeBytes),
                        rate(now));
        double share = share();
        if (share == 0) {
            return figures;
        }
        double left = (now - start) / NANOS * (1 - share) / share;
        String end = " %s, %s left".formatted(figures, duration(left));
        String percent = String.format(Locale.ROOT, "%3d%%", (int) (share * 100));
        int width = Math.min(BAR, COLUMNS - percent.length() - end.length() - 3);
        return width < 3 ? percent + end : percent + " [" + bar(share, width) + "]" + end;
    }

    private static String bar(double share, int width) {
        int filled = (int) (share * width);
        return "#".repeat(filled) + "-".repeat(width - filled);
    }

    private double rate(long now) {
        double seconds = (now - linedAt) / NANOS;
        if (seconds > 0) {
            double recent = (madeRecords - linedRecords) / seconds;
            rate = linedRecords == 0 ? recent : MEMORY * rate + (1 - MEMORY) * recent;
            linedRecords = madeRecords;
            linedAt = now;
        }
        return rate;
    }

    /** What was made in all, at the end. */
    String summary(long now) {
        double seconds = (now - start) / NANOS;
        return String.format(
                Locale.ROOT,
                "%,d %s, %s in %s (%,.0f/s)",
                madeRecords,
                kind,
                size(madeBytes),
                seconds < 60 ? String.format(Locale.ROOT, "%.1f s", seconds) : duration(seconds),
                seconds > 0 ? madeRecords / seconds : 0);
    }

    private static String size(long bytes) {
        double shown = bytes;
        int unit = 0;
        while (shown >= 1000 && unit < UNITS.length - 1) {
            shown /= 1000;
            unit++;
        }
        return String.format(Locale.ROOT, unit == 0 ? "%.0f %s" : "%.1f %s", shown, UNITS[unit]);
    }

    private static String duration(double seconds) {
        long whole = (long) Math.ceil(seconds);
        long hours = whole / 3600;
        return hours > 0
                ? String.format(Locale.ROOT, "%,d:%02d:%02d", hours, whole / 60 % 60, whole % 60)
                : String.format(Locale.ROOT, "%d:%02d", whole / 60, whole % 60);
    }
}
