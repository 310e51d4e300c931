package io.github.clinicaldata.feed;

import io.github.clinicaldata.feed.target.TargetSettings;
import io.github.clinicaldata.work.Origin;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A feed as the database has it, without its secrets.
 *
 * @param id names it
 * @param kind what is pushed
 * @param parameters of the stream whose records these are, but for its rate
 * @param format the name of the format
 * @param target where it goes
 * @param batch how many records are sent and acknowledged together at most
 * @param onRefusal what happens when the target refuses records
 * @param rate how fast, or null for as fast as the target takes
 * @param arrival how records spread in time, or null
 * @param state where it stands
 * @param recordCount how many records there will be at most
 * @param progress how far it is
 * @param times when what happened
 * @param trouble what it waits for, or null
 * @param error why it failed, or null
 * @param origin who asked for it
 */
public record Feed(
        UUID id,
        String kind,
        Map<String, String> parameters,
        String format,
        Target target,
        int batch,
        OnRefusal onRefusal,
        @Nullable String rate,
        @Nullable String arrival,
        FeedState state,
        long recordCount,
        Progress progress,
        Times times,
        @Nullable String trouble,
        @Nullable String error,
        Origin origin) {

    /** What happens when the target refuses records. */
    public enum OnRefusal {
        /** The feed fails, and tries these records again when it is resumed. */
        STOP,
        /** The records are counted and passed over. */
        SKIP;

        /** How it is written. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * Where it goes.
     *
     * @param type the name of the kind of target
     * @param settings what may be shown of it
     */
    public record Target(String type, TargetSettings settings) {}

    /**
     * How far it is.
     *
     * @param lastIndex of the last record that was acknowledged or passed over, or null
     * @param sent records that were acknowledged
     * @param refused records that the target refused and that were passed over
     * @param bytes of the records that were acknowledged
     */
    public record Progress(@Nullable Long lastIndex, long sent, long refused, long bytes) {
        /** Of a feed that has not begun. */
        public static final Progress NONE = new Progress(null, 0, 0, 0);
    }

    /**
     * When what happened.
     *
     * @param created when it was taken on
     * @param started when it first began
     * @param ended when it was done, failed or stopped
     */
    public record Times(Instant created, @Nullable Instant started, @Nullable Instant ended) {}
}
