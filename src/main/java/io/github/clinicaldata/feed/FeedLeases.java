package io.github.clinicaldata.feed;

import static io.github.clinicaldata.database.Sql.update;
import static io.github.clinicaldata.feed.FeedRows.COLUMNS;
import static io.github.clinicaldata.feed.FeedRows.select;

import io.github.clinicaldata.database.Database;
import io.github.clinicaldata.database.Sql;
import io.github.clinicaldata.feed.secret.FeedSecrets;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The feeds in the database, as the server that runs them sees and changes them. What a target has
 * acknowledged is recorded whatever a client has told the feed meanwhile, but only by the server
 * that has the feed; each change says whether that was so.
 */
@Singleton
final class FeedLeases {
    private static final String MINE = " WHERE id = ? AND owner = ?";
    private static final String ACTIVE = "status IN ('queued', 'running', 'waiting')";
    private static final String FREE = ACTIVE + " AND (lease_until IS NULL OR lease_until < ?)";
    private static final int CANDIDATES = 8;

    private final Database database;
    private final FeedSecrets secrets;
    private final UUID owner = UUID.randomUUID();

    FeedLeases(Database database, FeedSecrets secrets) {
        this.database = database;
        this.secrets = secrets;
    }

    /**
     * A feed that this server has, as far as clients change it.
     *
     * @param state where it stands
     * @param rate how fast, or null
     * @param arrival how records spread in time, or null
     */
    record Wish(UUID id, FeedState state, @Nullable String rate, @Nullable String arrival) {}

    /** Takes the oldest feed that nobody runs. */
    Optional<Feed> claim(Instant now, Instant until) {
        return database.call(
                connection -> {
                    List<Feed> free =
                            select(
                                    connection,
                                    "SELECT "
                                            + COLUMNS
                                            + " FROM feeds WHERE "
                                            + FREE
                                            + " ORDER BY created_at, id LIMIT "
                                            + CANDIDATES,
                                    now);
                    for (Feed feed : free) {
                        if (claim(connection, feed.id(), now, until)) {
                            return Optional.of(feed);
                        }
                    }
                    return Optional.empty();
                });
    }

    private boolean claim(Connection connection, UUID id, Instant now, Instant until)
            throws SQLException {
        return update(
                        connection,
                        "UPDATE feeds SET status = 'running', owner = ?, lease_until = ?, trouble"
                                + " = NULL, started_at = COALESCE(started_at, ?) WHERE id = ? AND "
                                + FREE,
                        owner,
                        until,
                        now,
                        id,
                        now)
                == 1;
    }

    /** Frees the feeds of a server that died, where no other could have taken them. */
    void takeBack() {
        database.call(
                connection ->
                        update(connection, "UPDATE feeds SET lease_until = NULL WHERE " + ACTIVE));
    }

    /**
     * What of the target of a feed is never shown.
     *
     * @throws FeedSecrets.UnreadableException when it was encrypted with a key that is not there
     */
    Map<String, String> secrets(UUID id) {
        return secrets.opened(id, kept(id));
    }

    private Map<String, String> kept(UUID id) {
        return database.call(
                connection ->
                        Sql.select(
                                        connection,
                                        row -> Sql.texts(row, "secrets"),
                                        "SELECT secrets FROM feeds WHERE secrets IS NOT NULL AND"
                                                + " id = ?",
                                        id)
                                .stream()
                                .findFirst()
                                .orElse(Map.of()));
    }

    /** What clients want of the feeds that this server has. */
    List<Wish> wishes() {
        return database.call(
                connection ->
                        Sql.select(
                                connection,
                                row ->
                                        new Wish(
                                                row.getObject("id", UUID.class),
                                                FeedState.of(row.getString("status")),
                                                row.getString("rate"),
                                                row.getString("arrival")),
                                "SELECT id, status, rate, arrival FROM feeds WHERE owner = ? AND"
                                        + " lease_until IS NOT NULL",
                                owner));
    }

    /** Gives a sign of life for all feeds that this server has. */
    void renew(Instant until) {
        database.call(
                connection ->
                        update(
                                connection,
                                "UPDATE feeds SET lease_until = ? WHERE owner = ? AND lease_until"
                                        + " IS NOT NULL",
                                until,
                                owner));
    }

    /** Leaves a feed to whoever comes next. */
    boolean release(UUID id) {
        return mine(id, "UPDATE feeds SET lease_until = NULL, owner = NULL");
    }

    /** Records what the target has acknowledged or refused. */
    boolean acknowledged(UUID id, Feed.Progress progress, Instant until) {
        return mine(
                id,
                "UPDATE feeds SET last_index = ?, records_sent = ?, records_refused = ?,"
                        + " bytes_sent = ?, trouble = NULL, status = CASE WHEN status IN"
                        + " ('waiting', 'queued') THEN 'running' ELSE status END, lease_until ="
                        + " ?",
                progress.lastIndex(),
                progress.sent(),
                progress.refused(),
                progress.bytes(),
                until);
    }

    /** Says what the feed waits for. */
    boolean waits(UUID id, String trouble) {
        return mine(
                id,
                "UPDATE feeds SET trouble = CASE WHEN "
                        + ACTIVE
                        + " THEN ? END, status = CASE WHEN "
                        + ACTIVE
                        + " THEN 'waiting' ELSE status END",
                trouble);
    }

    /** Says that all was sent. */
    boolean done(UUID id, Instant now) {
        return ended(id, "done", null, ", secrets = NULL", now);
    }

    /** Says why the feed can't go on. */
    boolean failed(UUID id, String error, Instant now) {
        return ended(id, "failed", error, "", now);
    }

    private boolean ended(UUID id, String state, @Nullable String error, String more, Instant now) {
        return database.call(
                connection ->
                        update(
                                        connection,
                                        "UPDATE feeds SET status = ?, error_message = ?, trouble ="
                                                + " NULL, ended_at = ?"
                                                + more
                                                + MINE
                                                + " AND status <> 'stopped'",
                                        state,
                                        error,
                                        now,
                                        id,
                                        owner)
                                == 1);
    }

    private boolean mine(UUID id, String change, @Nullable Object... values) {
        @Nullable Object[] all = Arrays.copyOf(values, values.length + 2);
        all[values.length] = id;
        all[values.length + 1] = owner;
        return database.call(connection -> update(connection, change + MINE, all) == 1);
    }
}
