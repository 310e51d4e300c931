package io.github.clinicaldata.security.audit.table;

import io.github.clinicaldata.database.Database;
import io.github.clinicaldata.security.audit.AuditEvent;
import io.github.clinicaldata.security.audit.AuditOutcome;
import io.github.clinicaldata.security.audit.table.RowText.RequestData;
import io.github.clinicaldata.work.ListPosition;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The rows of the audit log in the database. Each method throws a {@link
 * io.github.clinicaldata.database.DatabaseUnavailableException} when the database does not do it.
 */
@Singleton
public final class AuditStore {
    private static final String COLUMNS =
            "id, created_at, request_id, transport, user_id, user_name, address, http_method,"
                    + " endpoint, request_data, record_count, sent_bytes, duration_ms, status,"
                    + " outcome";
    private static final String INSERT =
            "INSERT INTO audit_log ("
                    + COLUMNS
                    + ", response_status) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

    private static final int KEY_LENGTH = 100;
    private static final int NAME_LENGTH = 255;
    private static final int METHOD_LENGTH = 32;

    private final Database database;

    AuditStore(Database database) {
        this.database = database;
    }

    /** Adds rows, all or none. */
    void add(List<AuditRow> rows) {
        database.inTransaction(
                connection -> {
                    try (PreparedStatement statement = connection.prepareStatement(INSERT)) {
                        for (AuditRow row : rows) {
                            set(statement, values(row));
                            statement.addBatch();
                        }
                        return statement.executeBatch();
                    }
                });
    }

    private static @Nullable Object[] values(AuditRow row) {
        AuditEvent event = row.event();
        return new @Nullable Object[] {
            row.id(),
            event.time().truncatedTo(ChronoUnit.MICROS),
            event.requestId(),
            event.transport(),
            RowText.cut(event.key(), KEY_LENGTH),
            RowText.cut(event.keyName(), NAME_LENGTH),
            RowText.cut(event.address(), NAME_LENGTH),
            RowText.cut(event.method(), METHOD_LENGTH),
            RowText.clean(event.path()),
            RequestData.of(event).json(),
            event.records(),
            event.bytes(),
            event.milliseconds(),
            event.status(),
            event.outcome().label(),
            httpStatus(event),
        };
    }

    private static @Nullable Integer httpStatus(AuditEvent event) {
        return event.transport().equals("http") ? Integer.valueOf(event.status()) : null;
    }

    private static void set(PreparedStatement statement, @Nullable Object[] values)
            throws SQLException {
        for (int i = 0; i < values.length; i++) {
            Object value = values[i];
            statement.setObject(
                    i + 1, value instanceof Instant time ? time.atOffset(ZoneOffset.UTC) : value);
        }
    }

    /** A page of rows. */
    public AuditQuery.Page list(AuditQuery query) {
        Conditions conditions = new Conditions();
        conditions.add("created_at >= ?", query.from());
        conditions.add("created_at < ?", query.until());
        conditions.add("user_id = ?", query.key());
        conditions.add("request_id = ?", query.requestId());
        conditions.add("address = ?", query.address());
        conditions.addEndpoint(query.endpoint());
        conditions.add("status = ?", query.status());
        conditions.add("outcome = ?", query.outcome() == null ? null : query.outcome().label());
        conditions.addAfter(query.after());
        String sql =
                "SELECT "
                        + COLUMNS
                        + " FROM audit_log"
                        + conditions.sql
                        + " ORDER BY created_at DESC, id DESC LIMIT "
                        + (query.limit() + 1);
        List<AuditRow> found = select(sql, conditions.values.toArray());
        if (found.size() <= query.limit()) {
            return new AuditQuery.Page(found, null);
        }
        List<AuditRow> page = found.subList(0, query.limit());
        AuditRow last = page.get(page.size() - 1);
        return new AuditQuery.Page(page, new ListPosition(last.event().time(), last.id()));
    }

    private List<AuditRow> select(String sql, Object[] values) {
        return database.call(
                connection -> {
                    try (PreparedStatement statement = connection.prepareStatement(sql)) {
                        set(statement, values);
                        try (ResultSet rows = statement.executeQuery()) {
                            List<AuditRow> read = new ArrayList<>();
                            while (rows.next()) {
                                read.add(read(rows));
                            }
                            return read;
                        }
                    }
                });
    }

    private static AuditRow read(ResultSet row) throws SQLException {
        RequestData data = RequestData.read(row.getString("request_data"));
        AuditEvent event =
                new AuditEvent(
                        Objects.requireNonNull(row.getObject("created_at", OffsetDateTime.class))
                                .toInstant(),
                        row.getString("request_id"),
                        row.getString("transport"),
                        row.getString("user_id"),
                        row.getString("user_name"),
                        row.getString("address"),
                        row.getString("http_method"),
                        row.getString("endpoint"),
                        data.query(),
                        data.population(),
                        data.range(),
                        row.getLong("record_count"),
                        row.getLong("sent_bytes"),
                        row.getLong("duration_ms"),
                        row.getString("status"),
                        AuditOutcome.valueOf(row.getString("outcome").toUpperCase(Locale.ROOT)));
        return new AuditRow(row.getObject("id", UUID.class), event);
    }

    /** Removes the rows of requests that came before a time; how many there were. */
    int removeBefore(Instant time) {
        return database.call(
                connection -> {
                    try (PreparedStatement statement =
                            connection.prepareStatement(
                                    "DELETE FROM audit_log WHERE created_at < ?")) {
                        set(statement, new Object[] {time});
                        return statement.executeUpdate();
                    }
                });
    }

    /** What rows have to be like, one piece after the other. */
    private static final class Conditions {
        private final StringBuilder sql = new StringBuilder();
        private final List<Object> values = new ArrayList<>();

        void add(String condition, @Nullable Object value) {
            if (value != null) {
                sql.append(values.isEmpty() ? " WHERE " : " AND ").append(condition);
                values.add(value);
            }
        }

        void addEndpoint(@Nullable String endpoint) {
            if (endpoint == null || !endpoint.endsWith("*")) {
                add("endpoint = ?", endpoint);
                return;
            }
            String begin = endpoint.substring(0, endpoint.length() - 1);
            add(
                    "endpoint LIKE ? ESCAPE '!'",
                    begin.replace("!", "!!").replace("%", "!%").replace("_", "!_") + "%");
        }

        void addAfter(@Nullable ListPosition after) {
            if (after != null) {
                add("(created_at < ? OR created_at = ? AND id < ?)", after.created());
                values.add(after.created());
                values.add(after.id());
            }
        }
    }
}
