package io.github.clinicaldata.security.audit.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.clinicaldata.config.AuditConfig;
import io.github.clinicaldata.database.Database;
import io.github.clinicaldata.security.audit.AuditEvent;
import io.github.clinicaldata.security.audit.AuditOutcome;
import io.github.clinicaldata.work.ListPosition;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The audit log on a database. */
abstract class AuditTableContract {
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00.123456Z");
    private static final AuditQuery ALL = query(null, 1000);
    private static final int WAITING = 10;

    private Database database;
    private AuditStore store;
    private SimpleMeterRegistry meters;

    /** A database that holds nothing. */
    abstract Database open();

    /** Ends the server, or what stands for it. */
    abstract void takeAway();

    /** Lets it serve again. */
    abstract void bringBack();

    @BeforeEach
    void openDatabase() {
        database = open();
        store = new AuditStore(database);
        meters = new SimpleMeterRegistry();
    }

    @AfterEach
    void closeDatabase() {
        database.close();
    }

    private record Settings(Duration keepRows) implements AuditConfig {
        @Override
        public boolean enabled() {
            return true;
        }

        @Override
        public int queue() {
            return 1;
        }

        @Override
        public String database() {
            return "true";
        }

        @Override
        public int waitingRows() {
            return WAITING;
        }
    }

    private AuditRows rows(Duration keep) {
        return new AuditRows(true, new Settings(keep), store, meters);
    }

    private static AuditEvent event(int second, String requestId) {
        return new AuditEvent(
                NOW.plusSeconds(second),
                requestId,
                second % 2 == 0 ? "http" : "grpc",
                second % 3 == 0 ? null : "key" + second % 3,
                second % 3 == 0 ? null : "Ann \"O'Brien\" ä",
                "192.0.2." + second % 3,
                second % 2 == 0 ? "GET" : null,
                "/api/v1/members/" + (second % 4 == 0 ? "stream" : "100%_" + second),
                second == 0 ? null : "count=5&name=';DROP TABLE audit_log;--\0",
                second == 0 ? null : "seed=42;epoch=2026-01-01",
                second == 0 ? null : "members 0-4",
                1L << 40,
                5_000_000_000L,
                17,
                second % 2 == 0 ? "200" : "OK",
                AuditOutcome.values()[second % 4]);
    }

    private static AuditRow row(int second) {
        return new AuditRow(event(second, "request-" + second));
    }

    private static AuditQuery query(@Nullable ListPosition after, int limit) {
        return new AuditQuery(null, null, null, null, null, null, null, null, after, limit);
    }

    private List<String> ids(AuditQuery query) {
        return store.list(query).rows().stream().map(row -> row.event().requestId()).toList();
    }

    private double dropped() {
        return meters.counter("clinical.audit.rows.dropped").count();
    }

    @Test
    void row_comesBackAsItWas() {
        AuditRow first = row(0);
        AuditRow second = row(1);
        store.add(List.of(first, second));

        List<AuditRow> read = store.list(ALL).rows();
        assertThat(read.get(1)).isEqualTo(first);
        AuditEvent event = read.get(0).event();
        assertThat(event.query()).isEqualTo("count=5&name=';DROP TABLE audit_log;--\uFFFD");
        assertThat(event.keyName()).isEqualTo(second.event().keyName());
        assertThat(event.records()).isEqualTo(1L << 40);
        assertThat(event.status()).isEqualTo("OK");
    }

    @Test
    void pages_holdEachRowOnce_latestFirst_alsoWhenRowsShareAMoment() {
        List<AuditRow> rows = new ArrayList<>();
        for (int i = 0; i < 25; i++) {
            rows.add(new AuditRow(event(i / 10, "request-" + i)));
        }
        store.add(rows);

        List<AuditRow> seen = new ArrayList<>();
        @Nullable ListPosition after = null;
        do {
            AuditQuery.Page page = store.list(query(after, 7));
            seen.addAll(page.rows());
            String token = page.next() == null ? null : page.next().token();
            after = token == null ? null : ListPosition.parse(token).orElseThrow();
        } while (after != null);
        assertThat(seen).hasSize(25).doesNotHaveDuplicates();
        assertThat(seen)
                .extracting(row -> row.event().time())
                .isSortedAccordingTo(java.util.Comparator.reverseOrder());
    }

    @Test
    void filters_selectRows() {
        store.add(IntStream.range(0, 12).mapToObj(AuditTableContract::row).toList());

        assertThat(ids(filter(4, 6, null, null, null, null, null, null)))
                .containsExactly("request-5", "request-4");
        assertThat(ids(filter(0, 99, "key1", null, null, null, null, null))).hasSize(4);
        assertThat(ids(filter(0, 99, null, "request-7", null, null, null, null))).hasSize(1);
        assertThat(ids(filter(0, 99, null, null, "192.0.2.2", null, null, null))).hasSize(4);
        assertThat(ids(filter(0, 99, null, null, null, "/api/v1/members/stream", null, null)))
                .hasSize(3);
        assertThat(ids(filter(0, 99, null, null, null, "/api/v1/members/100%_*", null, null)))
                .hasSize(9);
        assertThat(ids(filter(0, 99, null, null, null, "/api/v1/members/1%*", null, null)))
                .isEmpty();
        assertThat(ids(filter(0, 99, null, null, null, null, "200", null))).hasSize(6);
        assertThat(ids(filter(0, 99, null, null, null, null, "200", AuditOutcome.FAILED)))
                .hasSize(3);
    }

    private static AuditQuery filter(
            int from,
            int until,
            @Nullable String key,
            @Nullable String requestId,
            @Nullable String address,
            @Nullable String endpoint,
            @Nullable String status,
            @Nullable AuditOutcome outcome) {
        return new AuditQuery(
                NOW.plusSeconds(from),
                NOW.plusSeconds(until),
                key,
                requestId,
                address,
                endpoint,
                status,
                outcome,
                null,
                100);
    }

    @Test
    void rowThatTheTableDoesNotTake_holdsUpNoOther_andIsCounted() {
        AuditRows rows = rows(Duration.ofDays(36500));
        rows.keep(event(1, "before"));
        rows.keep(event(2, "x".repeat(300)));
        rows.keep(event(3, "after"));

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(ids(ALL)).containsExactly("after", "before"));
        rows.close();
        assertThat(dropped()).isEqualTo(1);
    }

    @Test
    void rowsWaitForTheDatabase_upToABound_andThoseBeyondAreCounted() {
        takeAway();
        AuditRows rows = rows(Duration.ofDays(36500));
        long start = System.nanoTime();
        for (int i = 0; i < 1000; i++) {
            rows.keep(event(i, "request-" + i));
        }
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(2));
        assertThat(dropped()).isGreaterThan(0);

        bringBack();
        int kept = 1000 - (int) dropped();
        assertThat(kept).isGreaterThanOrEqualTo(WAITING);
        await().atMost(Duration.ofSeconds(60))
                .ignoreExceptions()
                .until(() -> ids(ALL).size() == kept);
        rows.close();
        assertThat(dropped()).isEqualTo(1000 - kept);
    }

    @Test
    void closing_writesWhatWaits() {
        AuditRows rows = rows(Duration.ofDays(36500));
        for (int i = 0; i < WAITING; i++) {
            rows.keep(event(i, "request-" + i));
        }
        rows.close();

        assertThat(ids(ALL)).hasSize(WAITING);
        assertThat(dropped()).isZero();
    }

    @Test
    void rowsPastTheirTime_areRemoved() {
        Instant now = Instant.now();
        store.add(List.of(row(0)));
        AuditRows rows = rows(Duration.between(NOW.plusSeconds(30), now));
        rows.keep(event(60, "young"));

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(ids(ALL)).containsExactly("young"));
        rows.close();
    }
}
