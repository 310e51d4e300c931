package io.github.clinicaldata.transport.http.job;

import io.github.clinicaldata.support.Ports;
import io.github.clinicaldata.support.S3Server;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** A PostgreSQL and an S3 server, which tests may stop and start again. */
public final class OutsideServers implements QuarkusTestResourceLifecycleManager {
    private static EmbeddedPostgres database;
    private static S3Server storage;
    private static Path directory;
    private static int databasePort;

    @Override
    public Map<String, String> start() {
        try {
            directory = Files.createTempDirectory("servers");
            databasePort = Ports.free();
            startDatabase();
            storage = S3Server.start(Files.createDirectory(directory.resolve("s3")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<String, String> settings = new HashMap<>();
        settings.put("clinical.database.url", database.getJdbcUrl("postgres", "postgres"));
        settings.put("clinical.database.acquire-timeout", "2s");
        settings.put("clinical.storage.type", "s3");
        settings.put("clinical.storage.s3.bucket", "clinical");
        settings.put("clinical.storage.s3.endpoint", storage.address().toString());
        settings.put("clinical.storage.s3.access-key-id", "test");
        settings.put("clinical.storage.s3.secret-access-key", "test-secret");
        settings.put("clinical.storage.s3.path-style", "true");
        settings.put("clinical.jobs.part-bytes", "5242880");
        settings.put("clinical.jobs.lease", "5s");
        settings.put("clinical.feeds.allowed-addresses", "127.0.0.1");
        settings.put("clinical.feeds.lease", "5s");
        return settings;
    }

    static void startDatabase() {
        try {
            database =
                    EmbeddedPostgres.builder()
                            .setPort(databasePort)
                            .setDataDirectory(directory.resolve("postgres"))
                            .setCleanDataDirectory(false)
                            .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void stopDatabase() {
        try {
            database.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static S3Server storage() {
        return storage;
    }

    @Override
    public void stop() {
        storage.close();
        stopDatabase();
    }
}
