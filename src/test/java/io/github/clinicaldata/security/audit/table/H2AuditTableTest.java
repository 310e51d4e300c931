package io.github.clinicaldata.security.audit.table;

import io.github.clinicaldata.database.Database;
import io.github.clinicaldata.support.DatabaseSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class H2AuditTableTest extends AuditTableContract {
    @TempDir Path directory;

    @Override
    Database open() {
        return new Database(
                new DatabaseSettings("jdbc:h2:file:" + directory.resolve("folder/audit")));
    }

    /** A file is where the folder should be. */
    @Override
    void takeAway() {
        try {
            Files.createFile(directory.resolve("folder"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    void bringBack() {
        try {
            Files.delete(directory.resolve("folder"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
