package io.github.clinicaldata.job;

import io.github.clinicaldata.database.Sql;
import io.github.clinicaldata.work.OriginColumns;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Rows of the table of jobs. */
final class JobRows {
    /** The columns that {@link #read} reads. */
    static final String COLUMNS =
            "id, job_type, parameters, status, output_format, record_count, records_done,"
                    + " file_name, file_size_bytes, file_sha256, include_metadata, created_at,"
                    + " started_at, completed_at, expires_at, error_message, upload_id, "
                    + OriginColumns.NAMES;

    private JobRows() {}

    static Job read(ResultSet row) throws SQLException {
        return new Job(
                row.getObject("id", UUID.class),
                row.getString("job_type"),
                Sql.texts(row, "parameters"),
                JobState.of(row.getString("status")),
                row.getString("output_format"),
                row.getLong("record_count"),
                row.getLong("records_done"),
                row.getString("file_name"),
                row.getLong("file_size_bytes"),
                row.getString("file_sha256"),
                row.getBoolean("include_metadata"),
                new Job.Times(
                        Sql.time(row, "created_at"),
                        Sql.optionalTime(row, "started_at"),
                        Sql.optionalTime(row, "completed_at"),
                        Sql.optionalTime(row, "expires_at")),
                row.getString("error_message"),
                row.getString("upload_id"),
                OriginColumns.read(row));
    }

    /** The jobs that a query finds. */
    static List<Job> select(Connection connection, String sql, @Nullable Object... values)
            throws SQLException {
        return Sql.select(connection, JobRows::read, sql, values);
    }
}
