package io.github.clinicaldata.security.smart;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.clinicaldata.database.Database;
import io.github.clinicaldata.database.DatabaseUnavailableException;
import io.github.clinicaldata.database.Sql;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * Remembers assertions that were used: in the memory of this server, and where servers share a
 * database, there. While that does not answer, none is taken: nobody could know whether another
 * server has taken it.
 */
final class UsedAssertions {
    /** Entered by registered clients only, which quotas bound. */
    private static final long MOST_REMEMBERED = 1_000_000;

    private static final Duration FORGET_EVERY = Duration.ofMinutes(1);

    private final @Nullable Database shared;
    private final Cache<String, Boolean> here;
    private Instant forgotten = Instant.EPOCH;

    /**
     * Nothing was used yet.
     *
     * @param keep how long to remember
     * @param shared the database that this server has in common with others; null when it is alone
     */
    UsedAssertions(Duration keep, @Nullable Database shared) {
        this.shared = shared;
        here = Caffeine.newBuilder().expireAfterWrite(keep).maximumSize(MOST_REMEMBERED).build();
    }

    /**
     * Notes that an assertion is used; false when it was before.
     *
     * @param until when it has expired, and may be forgotten
     * @throws DatabaseUnavailableException when the shared database does not answer
     */
    boolean use(String client, String id, Instant now, Instant until) {
        String digest = digest(client + "\n" + id);
        if (here.asMap().putIfAbsent(digest, true) != null) {
            return false;
        }
        if (shared == null) {
            return true;
        }
        try {
            forget(shared, now);
            shared.call(
                    connection ->
                            Sql.update(
                                    connection,
                                    "INSERT INTO used_assertions (digest, expires_at) VALUES (?,"
                                            + " ?)",
                                    digest,
                                    until));
            return true;
        } catch (DatabaseUnavailableException e) {
            if (e.isDuplicate()) {
                return false;
            }
            // nobody has it; the client may try again with the same one
            here.invalidate(digest);
            throw e;
        }
    }

    private void forget(Database database, Instant now) {
        if (isTimeToForget(now)) {
            database.call(
                    connection ->
                            Sql.update(
                                    connection,
                                    "DELETE FROM used_assertions WHERE expires_at < ?",
                                    now));
        }
    }

    private synchronized boolean isTimeToForget(Instant now) {
        boolean due = now.isAfter(forgotten.plus(FORGET_EVERY));
        if (due) {
            forgotten = now;
        }
        return due;
    }

    private static String digest(String text) {
        try {
            return HexFormat.of()
                    .formatHex(
                            MessageDigest.getInstance("SHA-256")
                                    .digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
