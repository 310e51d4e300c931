package io.github.clinicaldata.transport.http.feed;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.clinicaldata.feed.Feed;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A feed as clients see it; its secrets are not.
 *
 * @param status the word of its state
 * @param target where it goes, with stars in place of secrets
 * @param batch records that are sent and acknowledged together at most
 * @param onRefusal what happens when the target refuses records
 * @param rate how fast; absent for as fast as the target takes
 * @param arrival how records spread in time; absent for evenly
 * @param recordCount records at most
 * @param parameters of the stream whose records these are
 * @param waitsFor what is in its way
 * @param error why it failed
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record FeedView(
        UUID id,
        String kind,
        String status,
        String format,
        Map<String, Object> target,
        int batch,
        @JsonProperty("on_refusal") String onRefusal,
        @Nullable String rate,
        @Nullable String arrival,
        @JsonProperty("record_count") long recordCount,
        Progress progress,
        @JsonProperty("waits_for") @Nullable String waitsFor,
        @Nullable String error,
        @JsonProperty("created_at") Instant createdAt,
        @JsonProperty("started_at") @Nullable Instant startedAt,
        @JsonProperty("ended_at") @Nullable Instant endedAt,
        Map<String, String> parameters) {

    /**
     * How far a feed is.
     *
     * @param lastIndex of the last record that was acknowledged or passed over
     * @param recordsSent that were acknowledged
     * @param recordsRefused that the target refused and that were passed over
     * @param bytesSent of the records that were acknowledged
     * @param recordsPerSecond since the feed last began or went on; 0 where nobody knows
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Progress(
            @JsonProperty("last_index") @Nullable Long lastIndex,
            @JsonProperty("records_sent") long recordsSent,
            @JsonProperty("records_refused") long recordsRefused,
            @JsonProperty("bytes_sent") long bytesSent,
            @JsonProperty("records_per_second") long recordsPerSecond) {}

    /** A feed and how fast it is. */
    public static FeedView of(Feed feed, long recordsPerSecond) {
        Feed.Progress progress = feed.progress();
        return new FeedView(
                feed.id(),
                feed.kind(),
                feed.state().word(),
                feed.format(),
                target(feed.target()),
                feed.batch(),
                feed.onRefusal().word(),
                feed.rate(),
                feed.arrival(),
                feed.recordCount(),
                new Progress(
                        progress.lastIndex(),
                        progress.sent(),
                        progress.refused(),
                        progress.bytes(),
                        recordsPerSecond),
                feed.trouble(),
                feed.error(),
                feed.times().created(),
                feed.times().started(),
                feed.times().ended(),
                feed.parameters());
    }

    /** The fields as they were given, those of an object inside of it again. */
    private static Map<String, Object> target(Feed.Target target) {
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("type", target.type());
        Map<String, Map<String, String>> objects = new LinkedHashMap<>();
        target.settings()
                .values()
                .forEach(
                        (name, value) -> {
                            int point = name.indexOf('.');
                            if (point < 0) {
                                shown.put(name, value);
                            } else {
                                objects.computeIfAbsent(
                                                name.substring(0, point),
                                                key -> new LinkedHashMap<>())
                                        .put(name.substring(point + 1), value);
                            }
                        });
        shown.putAll(objects);
        return shown;
    }
}
