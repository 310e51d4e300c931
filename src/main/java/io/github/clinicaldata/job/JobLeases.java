package io.github.clinicaldata.job;

import static io.github.clinicaldata.database.Sql.update;
import static io.github.clinicaldata.job.JobRows.COLUMNS;
import static io.github.clinicaldata.job.JobRows.select;

import io.github.clinicaldata.database.Database;
import io.github.clinicaldata.database.Sql;
import io.github.clinicaldata.job.storage.FilePart;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The jobs in the database, as workers see and change them. Each change is made only while the job
 * runs and this server has it, and says whether that was so.
 */
@Singleton
final class JobLeases {
    private static final String MINE = " WHERE id = ? AND owner = ? AND status = 'running'";
    private static final String FREE =
            "(status = 'queued' OR status = 'running' AND (lease_until IS NULL OR lease_until <"
                    + " ?))";
    private static final int CANDIDATES = 8;

    private final Database database;
    private final UUID owner = UUID.randomUUID();

    JobLeases(Database database) {
        this.database = database;
    }

    /**
     * Takes the oldest job that nobody works on.
     *
     * @param except the keys, or addresses without one, whose jobs are left to wait
     */
    Optional<Job> claim(Instant now, Instant until, List<String> except) {
        @Nullable Object[] values = new @Nullable Object[except.size() + 1];
        values[0] = now;
        for (int i = 0; i < except.size(); i++) {
            values[i + 1] = except.get(i);
        }
        String others =
                except.isEmpty()
                        ? ""
                        : " AND COALESCE(key_id, address) NOT IN (?"
                                + ", ?".repeat(except.size() - 1)
                                + ")";
        return database.call(
                connection -> {
                    List<Job> free =
                            select(
                                    connection,
                                    "SELECT "
                                            + COLUMNS
                                            + " FROM generation_jobs WHERE "
                                            + FREE
                                            + others
                                            + " ORDER BY created_at, id LIMIT "
                                            + CANDIDATES,
                                    values);
                    for (Job job : free) {
                        if (claim(connection, job.id(), now, until)) {
                            return Optional.of(job);
                        }
                    }
                    return Optional.empty();
                });
    }

    private boolean claim(Connection connection, UUID id, Instant now, Instant until)
            throws SQLException {
        return update(
                        connection,
                        "UPDATE generation_jobs SET status = 'running', owner = ?, lease_until ="
                                + " ?, started_at = COALESCE(started_at, ?) WHERE id = ? AND "
                                + FREE,
                        owner,
                        until,
                        now,
                        id,
                        now)
                == 1;
    }

    /** Frees the jobs of a server that died, where no other could have taken them. */
    void takeBack() {
        database.call(
                connection ->
                        update(
                                connection,
                                "UPDATE generation_jobs SET lease_until = NULL WHERE status ="
                                        + " 'running'"));
    }

    /** Gives a sign of life. */
    boolean renew(UUID id, Instant until) {
        return mine(id, "UPDATE generation_jobs SET lease_until = ?", until);
    }

    /** Leaves a job to whoever comes next. */
    boolean release(UUID id) {
        return mine(id, "UPDATE generation_jobs SET lease_until = NULL");
    }

    /** Says where the parts are collected, before there is one. */
    boolean begun(UUID id, String upload) {
        return database.inTransaction(
                connection -> {
                    update(connection, "DELETE FROM job_parts WHERE job_id = ?", id);
                    return mine(
                            connection,
                            id,
                            "UPDATE generation_jobs SET upload_id = ?, records_done = 0,"
                                    + " file_size_bytes = 0",
                            upload);
                });
    }

    /** The parts that are written for good. */
    List<FilePart> parts(UUID id) {
        String sql =
                "SELECT number, size_bytes, sha256, tag FROM job_parts WHERE job_id = ? ORDER BY"
                        + " number";
        List<FilePart> recorded =
                database.call(connection -> Sql.select(connection, JobLeases::part, sql, id));
        List<FilePart> parts = new ArrayList<>();
        long offset = 0;
        for (FilePart each : recorded) {
            FilePart part =
                    new FilePart(each.number(), offset, each.length(), each.sha256(), each.tag());
            parts.add(part);
            offset = part.end();
        }
        return parts;
    }

    /** A part, whose place in the file follows from those before it. */
    private static FilePart part(ResultSet row) throws SQLException {
        return new FilePart(row.getInt(1), 0, row.getInt(2), row.getString(3), row.getString(4));
    }

    /** Records a part; again is the same as once. */
    boolean wrote(UUID id, FilePart part, long records, Instant until) {
        return database.inTransaction(
                connection -> {
                    if (!mine(
                            connection,
                            id,
                            "UPDATE generation_jobs SET records_done = ?, file_size_bytes = ?,"
                                    + " lease_until = ?",
                            records,
                            part.end(),
                            until)) {
                        return false;
                    }
                    update(
                            connection,
                            "DELETE FROM job_parts WHERE job_id = ? AND number = ?",
                            id,
                            part.number());
                    update(
                            connection,
                            "INSERT INTO job_parts (job_id, number, size_bytes, sha256, tag)"
                                    + " VALUES (?, ?, ?, ?, ?)",
                            id,
                            part.number(),
                            part.length(),
                            part.sha256(),
                            part.tag());
                    return true;
                });
    }

    /** Says that the file is there. */
    boolean done(UUID id, long records, String sha256, Instant now, Instant expires) {
        return mine(
                id,
                "UPDATE generation_jobs SET status = 'done', records_done = ?, record_count ="
                        + " ?, file_sha256 = ?, completed_at = ?, expires_at = ?",
                records,
                records,
                sha256,
                now,
                expires);
    }

    /** Says why the file can't be made. */
    boolean failed(UUID id, String error, Instant now) {
        return mine(
                id,
                "UPDATE generation_jobs SET status = 'failed', error_message = ?, completed_at = ?",
                error,
                now);
    }

    private boolean mine(UUID id, String change, @Nullable Object... values) {
        return database.call(connection -> mine(connection, id, change, values));
    }

    private boolean mine(Connection connection, UUID id, String change, @Nullable Object... values)
            throws SQLException {
        @Nullable Object[] all = java.util.Arrays.copyOf(values, values.length + 2);
        all[values.length] = id;
        all[values.length + 1] = owner;
        return update(connection, change + MINE, all) == 1;
    }
}
