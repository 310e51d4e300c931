package io.github.clinicaldata.job;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Rows of the table of jobs. */
final class JobRows {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** The columns that {@link #read} reads. */
    static final String COLUMNS =
            "id, job_type, parameters, status, output_format, record_count, records_done,"
                    + " file_name, file_size_bytes, file_sha256, include_metadata, created_at,"
                    + " started_at, completed_at, expires_at, error_message, upload_id";

    private JobRows() {}

    static Job read(ResultSet row) throws SQLException {
        return new Job(
                row.getObject("id", UUID.class),
                row.getString("job_type"),
                parameters(row.getString("parameters")),
                JobState.of(row.getString("status")),
                row.getString("output_format"),
                row.getLong("record_count"),
                row.getLong("records_done"),
                row.getString("file_name"),
                row.getLong("file_size_bytes"),
                row.getString("file_sha256"),
                row.getBoolean("include_metadata"),
                new Job.Times(
                        present(time(row, "created_at")),
                        time(row, "started_at"),
                        time(row, "completed_at"),
                        time(row, "expires_at")),
                row.getString("error_message"),
                row.getString("upload_id"));
    }

    private static Instant present(@Nullable Instant time) throws SQLException {
        if (time == null) {
            throw new SQLException("A job without a time");
        }
        return time;
    }

    private static @Nullable Instant time(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    static Map<String, String> parameters(String text) throws SQLException {
        try {
            return JSON.readValue(text, new TypeReference<Map<String, String>>() {});
        } catch (JsonProcessingException e) {
            throw new SQLException(e);
        }
    }

    static String text(Map<String, String> parameters) {
        try {
            return JSON.writeValueAsString(parameters);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The jobs that a query finds. */
    static List<Job> select(Connection connection, String sql, Object... values)
            throws SQLException {
        try (PreparedStatement statement = prepare(connection, sql, values);
                ResultSet rows = statement.executeQuery()) {
            List<Job> jobs = new ArrayList<>();
            while (rows.next()) {
                jobs.add(read(rows));
            }
            return jobs;
        }
    }

    /** How many rows a statement changed. */
    static int update(Connection connection, String sql, @Nullable Object... values)
            throws SQLException {
        try (PreparedStatement statement = prepare(connection, sql, values)) {
            return statement.executeUpdate();
        }
    }

    /** A statement with its values; times as the database takes them. */
    static PreparedStatement prepare(Connection connection, String sql, @Nullable Object... values)
            throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < values.length; i++) {
            Object value = values[i];
            statement.setObject(
                    i + 1, value instanceof Instant time ? time.atOffset(ZoneOffset.UTC) : value);
        }
        return statement;
    }
}
