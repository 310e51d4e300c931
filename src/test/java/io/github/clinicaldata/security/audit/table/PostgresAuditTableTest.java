package io.github.clinicaldata.security.audit.table;

import io.github.clinicaldata.database.Database;
import io.github.clinicaldata.support.DatabaseSettings;
import io.github.clinicaldata.support.Ports;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** The same against a PostgreSQL server, which is started, stopped and started again for it. */
class PostgresAuditTableTest extends AuditTableContract {
    @TempDir static Path directory;
    private static EmbeddedPostgres server;
    private static int port;

    @BeforeAll
    static void startServer() {
        port = Ports.free();
        server = start();
    }

    private static EmbeddedPostgres start() {
        try {
            return EmbeddedPostgres.builder()
                    .setPort(port)
                    .setDataDirectory(directory.resolve("postgres"))
                    .setCleanDataDirectory(false)
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @AfterAll
    static void stopServer() throws IOException {
        server.close();
    }

    @Override
    Database open() {
        String name = "audit" + System.nanoTime();
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + name);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        Database database = new Database(new DatabaseSettings(server.getJdbcUrl("postgres", name)));
        database.check();
        return database;
    }

    @Override
    void takeAway() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    void bringBack() {
        server = start();
    }
}
