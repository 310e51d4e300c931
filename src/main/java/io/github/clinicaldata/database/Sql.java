package io.github.clinicaldata.database;

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
import org.jspecify.annotations.Nullable;

/** Statements with values, and the values of rows, as all tables have them. */
public final class Sql {
    private static final ObjectMapper JSON = new ObjectMapper();

    private Sql() {}

    /**
     * Reads a row.
     *
     * @param <T> what a row stands for
     */
    @FunctionalInterface
    public interface RowReader<T> {
        /** What the row at hand stands for. */
        T read(ResultSet row) throws SQLException;
    }

    /** What the rows that a query finds stand for. */
    public static <T> List<T> select(
            Connection connection, RowReader<T> reader, String sql, @Nullable Object... values)
            throws SQLException {
        try (PreparedStatement statement = prepare(connection, sql, values);
                ResultSet rows = statement.executeQuery()) {
            List<T> found = new ArrayList<>();
            while (rows.next()) {
                found.add(reader.read(rows));
            }
            return found;
        }
    }

    /** How many rows a statement changed. */
    public static int update(Connection connection, String sql, @Nullable Object... values)
            throws SQLException {
        try (PreparedStatement statement = prepare(connection, sql, values)) {
            return statement.executeUpdate();
        }
    }

    /** A statement with its values; times as the database takes them. */
    private static PreparedStatement prepare(
            Connection connection, String sql, @Nullable Object... values) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < values.length; i++) {
            Object value = values[i];
            statement.setObject(
                    i + 1, value instanceof Instant time ? time.atOffset(ZoneOffset.UTC) : value);
        }
        return statement;
    }

    /** The time in a column that has one. */
    public static Instant time(ResultSet row, String column) throws SQLException {
        Instant time = optionalTime(row, column);
        if (time == null) {
            throw new SQLException("A row without " + column);
        }
        return time;
    }

    /** The time in a column, or null. */
    public static @Nullable Instant optionalTime(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    /** The texts by name that a column of JSON holds. */
    public static Map<String, String> texts(ResultSet row, String column) throws SQLException {
        try {
            return JSON.readValue(
                    row.getString(column), new TypeReference<Map<String, String>>() {});
        } catch (JsonProcessingException e) {
            throw new SQLException(e);
        }
    }

    /** Texts by name as a column of JSON takes them. */
    public static String json(Map<String, String> texts) {
        try {
            return JSON.writeValueAsString(texts);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
