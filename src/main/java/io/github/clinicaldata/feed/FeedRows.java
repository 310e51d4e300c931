package io.github.clinicaldata.feed;

import io.github.clinicaldata.database.Sql;
import io.github.clinicaldata.feed.target.TargetSettings;
import io.github.clinicaldata.work.OriginColumns;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/** Rows of the table of feeds. */
final class FeedRows {
    /** The columns that {@link #read} reads: all but the secrets. */
    static final String COLUMNS =
            "id, kind, parameters, output_format, target_type, target, batch, on_refusal, rate,"
                    + " arrival, status, record_count, last_index, records_sent, records_refused,"
                    + " bytes_sent, trouble, error_message, created_at, started_at, ended_at, "
                    + OriginColumns.NAMES;

    private FeedRows() {}

    static Feed read(ResultSet row) throws SQLException {
        return new Feed(
                row.getObject("id", UUID.class),
                row.getString("kind"),
                Sql.texts(row, "parameters"),
                row.getString("output_format"),
                new Feed.Target(
                        row.getString("target_type"), new TargetSettings(Sql.texts(row, "target"))),
                row.getInt("batch"),
                Feed.OnRefusal.valueOf(row.getString("on_refusal").toUpperCase(Locale.ROOT)),
                row.getString("rate"),
                row.getString("arrival"),
                FeedState.of(row.getString("status")),
                row.getLong("record_count"),
                new Feed.Progress(
                        row.getObject("last_index", Long.class),
                        row.getLong("records_sent"),
                        row.getLong("records_refused"),
                        row.getLong("bytes_sent")),
                new Feed.Times(
                        Sql.time(row, "created_at"),
                        Sql.optionalTime(row, "started_at"),
                        Sql.optionalTime(row, "ended_at")),
                row.getString("trouble"),
                row.getString("error_message"),
                OriginColumns.read(row));
    }

    /** The feeds that a query finds. */
    static List<Feed> select(Connection connection, String sql, Object... values)
            throws SQLException {
        return Sql.select(connection, FeedRows::read, sql, values);
    }
}
