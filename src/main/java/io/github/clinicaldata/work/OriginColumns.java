package io.github.clinicaldata.work;

import java.sql.ResultSet;
import java.sql.SQLException;

/** Who asked for work, as tables have it. */
public final class OriginColumns {
    /** The columns, in the order of the components of {@link Origin}. */
    public static final String NAMES = "request_id, key_id, key_name, address, trace_parent";

    private OriginColumns() {}

    /** Who asked for the work of a row. */
    public static Origin read(ResultSet row) throws SQLException {
        return new Origin(
                row.getString("request_id"),
                row.getString("key_id"),
                row.getString("key_name"),
                row.getString("address"),
                row.getString("trace_parent"));
    }
}
