package io.github.clinicaldata.database;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** The database does not answer, or refuses what it is asked; nothing of the work was kept. */
public final class DatabaseUnavailableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** SQLSTATE of rows that break a unique index, in H2 and in PostgreSQL. */
    private static final String UNIQUE_VIOLATION = "23505";

    DatabaseUnavailableException(@Nullable Throwable cause) {
        super("The database is not available", cause);
    }

    /** Whether the database works and a row with the same key is there already. */
    public boolean isDuplicate() {
        return getCause() instanceof SQLException cause
                && UNIQUE_VIOLATION.equals(cause.getSQLState());
    }
}
