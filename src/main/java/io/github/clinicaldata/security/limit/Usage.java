package io.github.clinicaldata.security.limit;

import io.github.bucket4j.Bandwidth;
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
    private @Nullable SharedTokens sharedRequests;
    private @Nullable SharedTokens sharedRecords;
    private @Nullable SharedStreams sharedStreams;

    Usage(Quota quota, String policy) {
        this.quota = quota;
        this.policy = policy;
        requests = bucket(quota.requestsPerMinute());
        records = bucket(quota.recordsPerMinute());
    }

    /**
     * What a client has had lately on all servers that have a ledger.
     *
     * @param client as the ledger names it
     */
    Usage(Quota quota, String policy, SharedLedger ledger, String client) {
        this(quota, policy);
        if (requests != null) {
            sharedRequests =
                    new SharedTokens(
                            ledger, client + ":requests", quota.requestsPerMinute(), requests);
        }
        if (records != null) {
            sharedRecords =
                    new SharedTokens(
                            ledger, client + ":records", quota.recordsPerMinute(), records);
        }
        if (quota.streams() > 0) {
            sharedStreams = new SharedStreams(ledger, client, streams);
        }
    }

    private static void taken(@Nullable SharedTokens shared, long tokens) {
        if (shared != null && tokens != 0) {
            shared.taken(tokens);
        }
    }

    private static @Nullable Bucket bucket(long perMinute) {
        return perMinute == 0
                ? null
                : Bucket.builder().addLimit(perMinute(perMinute)).withNanosecondPrecision().build();
    }

    /** So many tokens a minute, which come evenly. */
    static Bandwidth perMinute(long tokens) {
        return Bandwidth.builder()
                .capacity(tokens)
                .refillGreedy(tokens, Duration.ofSeconds(MINUTE_SECONDS))
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
        if (probe.isConsumed()) {
            taken(sharedRequests, 1);
            return 0;
        }
        return Math.max(1, probe.getNanosToWaitForRefill());
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
            append(text, "\"streams\";r=" + Math.max(0, quota.streams() - running()));
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

    /** How many of its streams run, here and elsewhere. */
    private int running() {
        SharedStreams shared = sharedStreams;
        return streams.get() + (shared == null ? 0 : shared.elsewhere());
    }

    /** Takes one of the streams that may run at a time; false when all are taken. */
    boolean openStream() {
        streams.incrementAndGet();
        boolean opened = quota.streams() == 0 || running() <= quota.streams();
        if (!opened) {
            streams.decrementAndGet();
        }
        streamsChanged();
        return opened;
    }

    /** Gives a stream back; whether it was the last. */
    boolean closeStream() {
        boolean last = streams.decrementAndGet() == 0;
        streamsChanged();
        return last;
    }

    private void streamsChanged() {
        SharedStreams shared = sharedStreams;
        if (shared != null) {
            shared.changed();
        }
    }

    /** Whether records are counted. */
    public boolean boundsRecords() {
        return records != null;
    }

    /** Counts records that were made already; what is too much is taken off what follows. */
    public void charge(long made) {
        if (records != null && made > 0) {
            records.consumeIgnoringRateLimits(made);
            taken(sharedRecords, made);
        }
    }

    @Override
    public int take(int most) {
        if (records == null) {
            return most;
        }
        int had = (int) records.tryConsumeAsMuchAsPossible(most);
        taken(sharedRecords, had);
        return had;
    }

    @Override
    public void giveBack(int unused) {
        if (records != null && unused > 0) {
            records.addTokens(unused);
            taken(sharedRecords, -unused);
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
