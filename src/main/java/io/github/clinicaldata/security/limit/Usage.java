package io.github.clinicaldata.security.limit;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.clinicaldata.stream.RecordAllowance;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** What one client has had lately; safe for several threads. */
public final class Usage implements RecordAllowance {
    private static final long MINUTE_SECONDS = 60;

    private final Quota quota;
    private final String policy;
    private final @Nullable Bucket requests;
    private final @Nullable Bucket records;
    private final AtomicInteger streams = new AtomicInteger();

    Usage(Quota quota, String policy) {
        this.quota = quota;
        this.policy = policy;
        requests = bucket(quota.requestsPerMinute());
        records = bucket(quota.recordsPerMinute());
    }

    private static @Nullable Bucket bucket(long perMinute) {
        return perMinute == 0
                ? null
                : Bucket.builder()
                        .addLimit(
                                limit ->
                                        limit.capacity(perMinute)
                                                .refillGreedy(
                                                        perMinute,
                                                        Duration.ofSeconds(MINUTE_SECONDS)))
                        .withNanosecondPrecision()
                        .build();
    }

    /** The fields of a policy, which stay the same for all clients with a quota. */
    static String policy(Quota quota) {
        StringBuilder text = new StringBuilder();
        if (quota.requestsPerMinute() > 0) {
            append(text, "\"requests\";q=" + quota.requestsPerMinute() + ";w=" + MINUTE_SECONDS);
        }
        if (quota.recordsPerMinute() > 0) {
            append(
                    text,
                    "\"records\";q="
                            + quota.recordsPerMinute()
                            + ";qu=\"records\";w="
                            + MINUTE_SECONDS);
        }
        if (quota.streams() > 0) {
            append(text, "\"streams\";q=" + quota.streams() + ";qu=\"concurrent-requests\"");
        }
        return text.toString();
    }

    private static void append(StringBuilder text, String item) {
        if (!text.isEmpty()) {
            text.append(", ");
        }
        text.append(item);
    }

    /** Counts a request; nanoseconds until the next is welcome, or 0 when this one is. */
    public long request() {
        if (requests == null) {
            return 0;
        }
        ConsumptionProbe probe = requests.tryConsumeAndReturnRemaining(1);
        return probe.isConsumed() ? 0 : Math.max(1, probe.getNanosToWaitForRefill());
    }

    /** What is left. */
    public QuotaState state() {
        if (policy.isEmpty()) {
            return QuotaState.UNBOUNDED;
        }
        StringBuilder text = new StringBuilder();
        append(text, "requests", quota.requestsPerMinute(), requests);
        append(text, "records", quota.recordsPerMinute(), records);
        if (quota.streams() > 0) {
            append(text, "\"streams\";r=" + Math.max(0, quota.streams() - streams.get()));
        }
        return new QuotaState(policy, text.toString());
    }

    private static void append(
            StringBuilder text, String name, long perMinute, @Nullable Bucket bucket) {
        if (bucket != null) {
            long left = Math.max(0, bucket.getAvailableTokens());
            double missing = (double) (perMinute - left) / perMinute;
            long whole = (long) Math.ceil(missing * MINUTE_SECONDS);
            append(text, "\"" + name + "\";r=" + left + ";t=" + whole);
        }
    }

    /** Takes one of the streams that may run at a time; false when all are taken. */
    boolean openStream() {
        if (streams.incrementAndGet() > quota.streams() && quota.streams() > 0) {
            streams.decrementAndGet();
            return false;
        }
        return true;
    }

    /** Gives a stream back; whether it was the last. */
    boolean closeStream() {
        return streams.decrementAndGet() == 0;
    }

    /** Whether records are counted. */
    public boolean boundsRecords() {
        return records != null;
    }

    /** Counts records that were made already; what is too much is taken off what follows. */
    public void charge(long made) {
        if (records != null && made > 0) {
            records.consumeIgnoringRateLimits(made);
        }
    }

    @Override
    public int take(int most) {
        return records == null ? most : (int) records.tryConsumeAsMuchAsPossible(most);
    }

    @Override
    public void giveBack(int unused) {
        if (records != null && unused > 0) {
            records.addTokens(unused);
        }
    }

    @Override
    public long nanosToNext() {
        return records == null ? 0 : records.estimateAbilityToConsume(1).getNanosToWaitForRefill();
    }

    /** Nanoseconds as seconds, at least 1, as {@code Retry-After} takes them. */
    public static long seconds(long nanos) {
        return Math.max(1, -Math.floorDiv(-nanos, TimeUnit.SECONDS.toNanos(1)));
    }
}
