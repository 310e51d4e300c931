package io.github.clinicaldata.feed;

import io.github.clinicaldata.database.Database;
import io.github.clinicaldata.support.DatabaseSettings;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class H2FeedTablesTest extends FeedTablesContract {
    @TempDir Path directory;

    @Override
    Database open() {
        return new Database(new DatabaseSettings("jdbc:h2:file:" + directory.resolve("feeds")));
    }
}
