package io.github.clinicaldata.stream;

import io.github.clinicaldata.plan.Pace;
import io.github.clinicaldata.record.random.Aspect;
import io.github.clinicaldata.record.random.RandomKey;
import io.github.clinicaldata.record.random.RandomStream;

/**
 * Says how many records are due at a time after the start. Arrivals depend on the seed and the
 * first index alone, so that shards do not burst together; a client that reads too slowly gets what
 * was due in between as soon as it reads again.
 */
public final class Pacer {
    private static final double NANOS = 1e9;

    private final Pace pace;
    private final RandomStream gaps = new RandomStream();
    private double nextDue;

    /** A pacer of records that begin at an index. */
    public Pacer(Pace pace, long seed, long firstIndex) {
        this.pace = pace;
        gaps.reset(RandomKey.of(seed, "arrivals").at(firstIndex), Aspect.named("gap"));
        nextDue = step();
    }

    private double step() {
        return nextDue
                + switch (pace.arrival()) {
                    case STEADY -> 1;
                    case POISSON -> -Math.log(1 - gaps.nextDouble());
                };
    }

    /** How many records are due by now and were not taken before, but at most so many. */
    public int take(long nanosSinceStart, int most) {
        double due = pace.due(nanosSinceStart / NANOS);
        int taken = 0;
        while (taken < most && nextDue <= due) {
            taken++;
            nextDue = step();
        }
        return taken;
    }

    /** Nanoseconds until the next record is due; 0 or less when one is. */
    public long nanosToNext(long nanosSinceStart) {
        return (long) Math.ceil(pace.seconds(nextDue) * NANOS) - nanosSinceStart;
    }
}
