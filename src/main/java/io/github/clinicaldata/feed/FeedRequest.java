package io.github.clinicaldata.feed;

import io.github.clinicaldata.feed.target.TargetSettings;
import io.github.clinicaldata.work.Origin;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A request for a feed.
 *
 * @param kind what is to be pushed
 * @param parameters of the stream whose records these are
 * @param targetType the name of the kind of target, or null where none was given
 * @param target where the records go
 * @param batch how many are sent and acknowledged together, or null
 * @param onRefusal what happens when the target refuses records
 * @param key the client's idempotency key, or null
 * @param origin who asks
 */
public record FeedRequest(
        String kind,
        Map<String, String> parameters,
        @Nullable String targetType,
        TargetSettings target,
        @Nullable Long batch,
        Feed.OnRefusal onRefusal,
        @Nullable String key,
        Origin origin) {

    /** Tells another request with the same key. */
    String digest() {
        String text =
                String.join(
                        "\n",
                        kind,
                        new TreeMap<>(parameters).toString(),
                        String.valueOf(targetType),
                        target.values().toString(),
                        String.valueOf(batch),
                        onRefusal.word());
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256")
                            .digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
