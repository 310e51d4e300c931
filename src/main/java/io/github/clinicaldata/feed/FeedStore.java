package io.github.clinicaldata.feed;

import static io.github.clinicaldata.database.Sql.update;
import static io.github.clinicaldata.feed.FeedRows.COLUMNS;
import static io.github.clinicaldata.feed.FeedRows.select;

import io.github.clinicaldata.database.Database;
import io.github.clinicaldata.database.DatabaseUnavailableException;
import io.github.clinicaldata.database.Sql;
import io.github.clinicaldata.feed.secret.FeedSecrets;
import io.github.clinicaldata.work.ListPosition;
import io.github.clinicaldata.work.OriginColumns;
import io.github.clinicaldata.work.WorkRejected;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The feeds in the database, as requests see and change them. */
@Singleton
final class FeedStore {
    private static final String OPEN = "status NOT IN ('done', 'stopped')";
    private static final String ACTIVE = "status IN ('queued', 'running', 'waiting')";

    private final Database database;
    private final FeedSecrets secrets;

    FeedStore(Database database, FeedSecrets secrets) {
        this.database = database;
        this.secrets = secrets;
    }

    /**
     * A feed that is not yet in the database.
     *
     * @param feed the feed
     * @param secrets what of its target is never shown
     * @param key the client's idempotency key, or null
     * @param digest of the request, to tell another one with the same key
     */
    record NewFeed(Feed feed, Map<String, String> secrets, @Nullable String key, String digest) {}

    /** What an idempotency key stands for. */
    record Known(Feed feed, String digest) {}

    /**
     * Adds a feed unless too many are open.
     *
     * @return false when its key is there already
     * @throws WorkRejected.QueueFull when as many are open as may
     */
    synchronized boolean add(NewFeed added, int mostOpen) {
        try {
            return database.inTransaction(connection -> insert(connection, added, mostOpen));
        } catch (DatabaseUnavailableException e) {
            if (e.isDuplicate()) {
                return false;
            }
            throw e;
        }
    }

    private boolean insert(Connection connection, NewFeed added, int mostOpen) throws SQLException {
        List<Long> open =
                Sql.select(
                        connection,
                        row -> row.getLong(1),
                        "SELECT COUNT(*) FROM feeds WHERE " + OPEN);
        if (open.get(0) >= mostOpen) {
            throw new WorkRejected.QueueFull(
                    mostOpen + " feeds are there already; stop one, or try again once one is done");
        }
        Feed feed = added.feed();
        update(
                connection,
                "INSERT INTO feeds (id, kind, parameters, output_format, target_type, target,"
                        + " secrets, batch, on_refusal, rate, arrival, status, record_count,"
                        + " created_at, idempotency_key, request_sha256, "
                        + OriginColumns.NAMES
                        + ")"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                feed.id(),
                feed.kind(),
                Sql.json(feed.parameters()),
                feed.format(),
                feed.target().type(),
                Sql.json(feed.target().settings().values()),
                Sql.json(secrets.sealed(feed.id(), added.secrets())),
                feed.batch(),
                feed.onRefusal().word(),
                feed.rate(),
                feed.arrival(),
                feed.state().word(),
                feed.recordCount(),
                feed.times().created(),
                added.key(),
                added.digest(),
                feed.origin().requestId(),
                feed.origin().keyId(),
                feed.origin().keyName(),
                feed.origin().address(),
                feed.origin().traceParent());
        return true;
    }

    /** A feed, if there is one. */
    Optional<Feed> find(UUID id) {
        return database.call(connection -> find(connection, id));
    }

    private static Optional<Feed> find(Connection connection, UUID id) throws SQLException {
        return select(connection, "SELECT " + COLUMNS + " FROM feeds WHERE id = ?", id).stream()
                .findFirst();
    }

    /** What an idempotency key stands for. */
    Optional<Known> findByKey(String key) {
        return database.call(
                connection ->
                        Sql.select(
                                        connection,
                                        row ->
                                                new Known(
                                                        FeedRows.read(row),
                                                        row.getString("request_sha256")),
                                        "SELECT "
                                                + COLUMNS
                                                + ", request_sha256 FROM feeds WHERE"
                                                + " idempotency_key = ?",
                                        key)
                                .stream()
                                .findFirst());
    }

    /** A page of feeds. */
    FeedQuery.Page list(FeedQuery query) {
        StringBuilder sql = new StringBuilder("SELECT " + COLUMNS + " FROM feeds WHERE 1 = 1");
        List<Object> values = new ArrayList<>();
        if (query.state() != null) {
            sql.append(" AND status = ?");
            values.add(query.state().word());
        }
        if (query.kind() != null) {
            sql.append(" AND kind = ?");
            values.add(query.kind());
        }
        if (query.target() != null) {
            sql.append(" AND target_type = ?");
            values.add(query.target());
        }
        if (query.after() != null) {
            sql.append(" AND (created_at < ? OR created_at = ? AND id < ?)");
            values.add(query.after().created());
            values.add(query.after().created());
            values.add(query.after().id());
        }
        sql.append(" ORDER BY created_at DESC, id DESC LIMIT ").append(query.limit() + 1);
        List<Feed> found =
                database.call(connection -> select(connection, sql.toString(), values.toArray()));
        if (found.size() <= query.limit()) {
            return new FeedQuery.Page(found, null);
        }
        List<Feed> page = found.subList(0, query.limit());
        Feed last = page.get(page.size() - 1);
        return new FeedQuery.Page(page, new ListPosition(last.times().created(), last.id()));
    }

    /** Changes the rate of a feed that has not ended. Returns whether it was so. */
    boolean pace(UUID id, @Nullable String rate, @Nullable String arrival) {
        return change(
                "UPDATE feeds SET rate = ?, arrival = ? WHERE id = ? AND " + OPEN,
                rate,
                arrival,
                id);
    }

    /** Pauses a feed that runs or would. Returns whether it was so. */
    boolean pause(UUID id) {
        return change(
                "UPDATE feeds SET status = 'paused', trouble = NULL WHERE id = ? AND " + ACTIVE,
                id);
    }

    /** Lets a feed go on that was paused or has failed. Returns whether it was so. */
    boolean resume(UUID id) {
        return change(
                "UPDATE feeds SET status = 'queued', error_message = NULL, ended_at = NULL WHERE"
                        + " id = ? AND status IN ('paused', 'failed')",
                id);
    }

    /** Ends a feed for good. Returns whether it had not ended. */
    boolean stop(UUID id, Instant now) {
        return change(
                "UPDATE feeds SET status = 'stopped', trouble = NULL, secrets = NULL, ended_at = ?"
                        + " WHERE id = ? AND "
                        + OPEN,
                now,
                id);
    }

    /** Forgets feeds that ended before a time. */
    void forget(Instant before) {
        database.call(
                connection ->
                        update(
                                connection,
                                "DELETE FROM feeds WHERE ended_at < ? AND status IN ('done',"
                                        + " 'stopped', 'failed')",
                                before));
    }

    private boolean change(String sql, @Nullable Object... values) {
        return database.call(connection -> update(connection, sql, values)) == 1;
    }
}
