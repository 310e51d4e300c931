package io.github.clinicaldata.database;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** The database does not answer, or refuses what it is asked; nothing of the work was kept. */
public final class DatabaseUnavailableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** SQLSTATE of rows that break a unique index, in H2 and in PostgreSQL. */
    private static final String UNIQUE_VIOLATION = "23505";

    /** The classes of SQLSTATE of values and rows that a table does not take. */
    private static final String DATA_EXCEPTION = "22";

    private static final String CONSTRAINT_VIOLATION = "23";

    DatabaseUnavailableException(@Nullable Throwable cause) {
        super("The database is not available", cause);
    }

    /** Whether the database works and a row with the same key is there already. */
    public boolean isDuplicate() {
        return getCause() instanceof SQLException cause
                && UNIQUE_VIOLATION.equals(cause.getSQLState());
    }

    /** Whether the database works and refuses the values of a row; trying again is of no use. */
    public boolean isRefusal() {
        return getCause() instanceof SQLException cause
                && cause.getSQLState() != null
                && (cause.getSQLState().startsWith(DATA_EXCEPTION)
                        || cause.getSQLState().startsWith(CONSTRAINT_VIOLATION));
    }
}
