package io.github.clinicaldata.job;

import static io.github.clinicaldata.database.Sql.update;
import static io.github.clinicaldata.job.JobRows.COLUMNS;
import static io.github.clinicaldata.job.JobRows.select;

import io.github.clinicaldata.database.Database;
import io.github.clinicaldata.database.DatabaseUnavailableException;
import io.github.clinicaldata.database.Sql;
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

/** The jobs in the database, as requests see and change them. */
@Singleton
final class JobStore {
    private final Database database;

    JobStore(Database database) {
        this.database = database;
    }

    /**
     * A job that is not yet in the database.
     *
     * @param job the job
     * @param key the client's idempotency key, or null
     * @param digest of the request, to tell another one with the same key
     * @param location where its file will be
     */
    record NewJob(Job job, @Nullable String key, String digest, String location) {}

    /** What an idempotency key stands for. */
    record Known(Job job, String digest) {}

    /**
     * Adds a job unless too many wait.
     *
     * @return false when its key is there already
     * @throws WorkRejected.QueueFull when as many wait as may
     */
    synchronized boolean add(NewJob added, int mostQueued) {
        try {
            return database.inTransaction(connection -> insert(connection, added, mostQueued));
        } catch (DatabaseUnavailableException e) {
            if (e.isDuplicate()) {
                return false;
            }
            throw e;
        }
    }

    private static boolean insert(Connection connection, NewJob added, int mostQueued)
            throws SQLException {
        List<Long> queued =
                Sql.select(
                        connection,
                        row -> row.getLong(1),
                        "SELECT COUNT(*) FROM generation_jobs WHERE status = 'queued'");
        if (queued.get(0) >= mostQueued) {
            throw new WorkRejected.QueueFull(
                    mostQueued + " jobs wait already; try again once one has begun");
        }
        Job job = added.job();
        update(
                connection,
                "INSERT INTO generation_jobs (id, job_type, parameters, status, output_format,"
                        + " record_count, file_name, output_location, include_metadata,"
                        + " created_at, idempotency_key, request_sha256, "
                        + OriginColumns.NAMES
                        + ")"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                job.id(),
                job.kind(),
                Sql.json(job.parameters()),
                job.state().word(),
                job.format(),
                job.recordCount(),
                job.fileName(),
                added.location(),
                job.metadata(),
                job.times().created(),
                added.key(),
                added.digest(),
                job.origin().requestId(),
                job.origin().keyId(),
                job.origin().keyName(),
                job.origin().address(),
                job.origin().traceParent());
        return true;
    }

    /** A job, if there is one. */
    Optional<Job> find(UUID id) {
        return database.call(connection -> find(connection, id));
    }

    private static Optional<Job> find(Connection connection, UUID id) throws SQLException {
        return select(connection, "SELECT " + COLUMNS + " FROM generation_jobs WHERE id = ?", id)
                .stream()
                .findFirst();
    }

    /** What an idempotency key stands for. */
    Optional<Known> findByKey(String key) {
        String sql = "SELECT id, request_sha256 FROM generation_jobs WHERE idempotency_key = ?";
        return database.call(
                connection -> {
                    List<Map.Entry<UUID, String>> found =
                            Sql.select(
                                    connection,
                                    row ->
                                            Map.entry(
                                                    row.getObject(1, UUID.class), row.getString(2)),
                                    sql,
                                    key);
                    if (found.isEmpty()) {
                        return Optional.empty();
                    }
                    Map.Entry<UUID, String> entry = found.get(0);
                    return find(connection, entry.getKey())
                            .map(job -> new Known(job, entry.getValue()));
                });
    }

    /** A page of jobs. */
    JobQuery.Page list(JobQuery query) {
        StringBuilder sql = new StringBuilder("SELECT " + COLUMNS + " FROM generation_jobs");
        List<Object> values = new ArrayList<>();
        String glue = " WHERE ";
        if (query.state() != null) {
            sql.append(glue).append("status = ?");
            values.add(query.state().word());
            glue = " AND ";
        }
        if (query.kind() != null) {
            sql.append(glue).append("job_type = ?");
            values.add(query.kind());
            glue = " AND ";
        }
        if (query.after() != null) {
            sql.append(glue).append("(created_at < ? OR created_at = ? AND id < ?)");
            values.add(query.after().created());
            values.add(query.after().created());
            values.add(query.after().id());
        }
        sql.append(" ORDER BY created_at DESC, id DESC LIMIT ").append(query.limit() + 1);
        List<Job> found =
                database.call(connection -> select(connection, sql.toString(), values.toArray()));
        if (found.size() <= query.limit()) {
            return new JobQuery.Page(found, null);
        }
        List<Job> page = found.subList(0, query.limit());
        return new JobQuery.Page(page, position(page.get(page.size() - 1)));
    }

    private static ListPosition position(Job job) {
        return new ListPosition(job.times().created(), job.id());
    }

    /** Gives up a job that is not finished. Returns whether it was so. */
    boolean cancel(UUID id, Instant now) {
        return database.call(
                        connection ->
                                update(
                                        connection,
                                        "UPDATE generation_jobs SET status = 'cancelled',"
                                                + " completed_at = ? WHERE id = ? AND status IN"
                                                + " ('queued', 'running')",
                                        now,
                                        id))
                == 1;
    }

    /** Says that the file of a finished job is past its time. Returns whether it was there. */
    boolean expire(UUID id, Instant now) {
        return database.call(
                        connection ->
                                update(
                                        connection,
                                        "UPDATE generation_jobs SET status = 'expired', expires_at"
                                                + " = ? WHERE id = ? AND status = 'done'",
                                        now,
                                        id))
                == 1;
    }

    /** Says so of all files whose time is over. */
    void expireAll(Instant now) {
        database.call(
                connection ->
                        update(
                                connection,
                                "UPDATE generation_jobs SET status = 'expired' WHERE status ="
                                        + " 'done' AND expires_at <= ?",
                                now));
    }

    /** Jobs that left something behind in storage, though nobody works on them. */
    List<Job> leftBehind(int most) {
        return database.call(
                connection ->
                        select(
                                connection,
                                "SELECT "
                                        + COLUMNS
                                        + " FROM generation_jobs WHERE output_location IS NOT NULL"
                                        + " AND status IN ('expired', 'cancelled', 'failed')"
                                        + " ORDER BY created_at LIMIT "
                                        + most));
    }

    /** Says that nothing of a job is left in storage. */
    void removed(UUID id) {
        database.inTransaction(
                connection -> {
                    update(connection, "DELETE FROM job_parts WHERE job_id = ?", id);
                    return update(
                            connection,
                            "UPDATE generation_jobs SET output_location = NULL, upload_id = NULL"
                                    + " WHERE id = ?",
                            id);
                });
    }

    /** Forgets jobs that left nothing in storage and ended before a time. */
    void forget(Instant before) {
        database.call(
                connection ->
                        update(
                                connection,
                                "DELETE FROM generation_jobs WHERE output_location IS NULL AND"
                                        + " completed_at < ? AND status IN ('expired', 'cancelled',"
                                        + " 'failed')",
                                before));
    }
}
