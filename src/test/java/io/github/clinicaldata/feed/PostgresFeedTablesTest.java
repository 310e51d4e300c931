package io.github.clinicaldata.feed;

import io.github.clinicaldata.database.Database;
import io.github.clinicaldata.support.Postgres;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** The same against a PostgreSQL server, which is started for it. */
class PostgresFeedTablesTest extends FeedTablesContract {
    private static Postgres server;

    @BeforeAll
    static void startServer() {
        server = Postgres.start();
    }

    @AfterAll
    static void stopServer() {
        server.close();
    }

    @Override
    Database open() {
        return server.open();
    }
}
