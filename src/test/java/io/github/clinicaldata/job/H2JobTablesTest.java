package io.github.clinicaldata.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.clinicaldata.database.Database;
import io.github.clinicaldata.support.DatabaseSettings;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class H2JobTablesTest extends JobTablesContract {
    @TempDir Path directory;

    private Database database() {
        return new Database(new DatabaseSettings("jdbc:h2:file:" + directory.resolve("jobs")));
    }

    @Override
    Database open() {
        return database();
    }

    @Test
    void file_isMadeByTheFirstWork_andNotBefore() {
        Database database =
                new Database(new DatabaseSettings("jdbc:h2:file:" + directory.resolve("other")));
        assertThat(database.isInUse()).isFalse();
        assertThat(directory.resolve("other.mv.db")).doesNotExist();
        database.check();
        database.close();
        Database again =
                new Database(new DatabaseSettings("jdbc:h2:file:" + directory.resolve("other")));
        assertThat(again.isInUse()).isTrue();
    }
}
