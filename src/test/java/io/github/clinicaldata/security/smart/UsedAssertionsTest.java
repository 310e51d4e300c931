package io.github.clinicaldata.security.smart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.clinicaldata.database.Database;
import io.github.clinicaldata.database.DatabaseUnavailableException;
import io.github.clinicaldata.database.Sql;
import io.github.clinicaldata.support.Postgres;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two servers on one PostgreSQL. */
class UsedAssertionsTest {
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final Instant UNTIL = NOW.plusSeconds(320);
    private static final Duration KEEP = Duration.ofMinutes(6);

    private static Postgres server;

    private Database database;
    private UsedAssertions one;
    private UsedAssertions other;

    @BeforeAll
    static void startServer() {
        server = Postgres.start();
    }

    @AfterAll
    static void stopServer() {
        server.close();
    }

    @BeforeEach
    void open() {
        database = server.open();
        one = new UsedAssertions(KEEP, database);
        other = new UsedAssertions(KEEP, database);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void assertionThatOneServerTook_isTakenByNoOther() {
        assertThat(one.use("client", "a", NOW, UNTIL)).isTrue();

        assertThat(other.use("client", "a", NOW, UNTIL)).isFalse();
        assertThat(one.use("client", "a", NOW, UNTIL)).isFalse();
        assertThat(other.use("client", "b", NOW, UNTIL)).isTrue();
        assertThat(other.use("another client", "a", NOW, UNTIL)).isTrue();
    }

    @Test
    void ofManyAtTheSameMoment_oneIsTaken() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Callable<Boolean>> attempts = new ArrayList<>();
            for (int i = 0; i < 16; i++) {
                attempts.add(
                        () -> new UsedAssertions(KEEP, database).use("client", "same", NOW, UNTIL));
            }
            int taken = 0;
            for (Future<Boolean> attempt : threads.invokeAll(attempts)) {
                taken += attempt.get() ? 1 : 0;
            }
            assertThat(taken).isEqualTo(1);
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void expiredOnes_areForgotten() {
        one.use("client", "a", NOW, UNTIL);
        other.use("client", "b", UNTIL.plusSeconds(100), UNTIL.plusSeconds(400));

        List<Integer> rows =
                database.call(
                        connection ->
                                Sql.select(
                                        connection,
                                        row -> row.getInt(1),
                                        "SELECT COUNT(*) FROM used_assertions"));
        assertThat(rows).containsExactly(1);
    }

    @Test
    void whileTheDatabaseIsAway_noneIsTaken() {
        database.close();

        assertThatThrownBy(() -> one.use("client", "a", NOW, UNTIL))
                .isInstanceOf(DatabaseUnavailableException.class);
        assertThatThrownBy(() -> one.use("client", "a", NOW, UNTIL))
                .isInstanceOf(DatabaseUnavailableException.class);
        assertThat(new UsedAssertions(KEEP, null).use("client", "a", NOW, UNTIL)).isTrue();
    }
}
