package io.github.clinicaldata.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.clinicaldata.database.Database;
import io.github.clinicaldata.database.Sql;
import io.github.clinicaldata.job.storage.FilePart;
import io.github.clinicaldata.work.ListPosition;
import io.github.clinicaldata.work.Origin;
import io.github.clinicaldata.work.WorkRejected;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Jobs and leases on a database. */
abstract class JobTablesContract {
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00.123456Z");
    private static final Instant LATER = NOW.plusSeconds(60);
    private static final Origin ORIGIN =
            new Origin(
                    "request-1",
                    "key-1",
                    "Ann",
                    "127.0.0.1",
                    "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01");
    private static final String SHA = "ab".repeat(32);

    private Database database;
    private JobStore store;
    private JobLeases leases;

    /** A database that holds nothing. */
    abstract Database open();

    @BeforeEach
    void openDatabase() {
        database = open();
        store = new JobStore(database);
        leases = new JobLeases(database);
    }

    @AfterEach
    void closeDatabase() {
        database.close();
    }

    private Job add(String kind, int second) {
        return add(kind, second, null, "digest");
    }

    private Job add(String kind, int second, String key, String digest) {
        UUID id = UUID.randomUUID();
        Job job =
                new Job(
                        id,
                        kind,
                        Map.of("count", "5", "name", "O'Brien \"ä\""),
                        JobState.QUEUED,
                        "csv",
                        5,
                        0,
                        kind + "-" + id + ".csv",
                        0,
                        null,
                        true,
                        new Job.Times(NOW.plusSeconds(second), null, null, null),
                        null,
                        null,
                        ORIGIN);
        boolean added =
                store.add(new JobStore.NewJob(job, key, digest.repeat(10), "/files/" + id), 1_000);
        assertThat(added).isTrue();
        return job;
    }

    private JobState state(Job job) {
        return store.find(job.id()).orElseThrow().state();
    }

    private Job claim() {
        return leases.claim(NOW, LATER, List.of()).orElseThrow();
    }

    private static FilePart part(int number) {
        return new FilePart(number, (number - 1) * 10L, 10, SHA, "tag" + number);
    }

    @Test
    void job_comesBackAsItWasAdded() {
        Job job = add("members", 0);

        assertThat(store.find(job.id())).contains(job);
        assertThat(store.find(UUID.randomUUID())).isEmpty();
    }

    @Test
    void jobsOfClientsThatAreToWait_areLeft() {
        add("members", 0);

        assertThat(leases.claim(NOW, LATER, List.of("key-1"))).isEmpty();
        assertThat(leases.claim(NOW, LATER, List.of("key-2", "127.0.0.1"))).isPresent();
    }

    @Test
    void key_isTakenOnce() {
        Job job = add("members", 0, "key-1", "one");
        JobStore.NewJob other =
                new JobStore.NewJob(
                        new Job(
                                UUID.randomUUID(),
                                "claims",
                                Map.of(),
                                JobState.QUEUED,
                                "csv",
                                1,
                                0,
                                "f",
                                0,
                                null,
                                false,
                                job.times(),
                                null,
                                null,
                                ORIGIN),
                        "key-1",
                        "two",
                        "/files/f");

        assertThat(store.add(other, 1_000)).isFalse();
        assertThat(store.findByKey("key-1").orElseThrow().job()).isEqualTo(job);
        assertThat(store.findByKey("key-2")).isEmpty();
    }

    @Test
    void fullQueue_takesNoMore_untilOneBegins() {
        add("members", 0);
        Job job = store.list(new JobQuery(null, null, null, 1)).jobs().get(0);
        JobStore.NewJob next =
                new JobStore.NewJob(
                        new Job(
                                UUID.randomUUID(),
                                "claims",
                                Map.of(),
                                JobState.QUEUED,
                                "csv",
                                1,
                                0,
                                "f",
                                0,
                                null,
                                false,
                                job.times(),
                                null,
                                null,
                                ORIGIN),
                        null,
                        "two",
                        "/files/f");

        assertThatThrownBy(() -> store.add(next, 1)).isInstanceOf(WorkRejected.QueueFull.class);
        claim();
        assertThat(store.add(next, 1)).isTrue();
    }

    @Test
    void pages_followEachOther_whileOthersAreAdded() {
        List<Job> jobs = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            // pairs of jobs of the same moment
            jobs.add(add("members", i / 2));
        }
        Set<UUID> seen = new HashSet<>();
        ListPosition after = null;
        int pages = 0;
        do {
            JobQuery.Page page = store.list(new JobQuery(null, null, after, 3));
            page.jobs().forEach(job -> assertThat(seen.add(job.id())).isTrue());
            after =
                    page.next() == null
                            ? null
                            : ListPosition.parse(page.next().token()).orElseThrow();
            add("members", 100 + pages);
            pages++;
        } while (after != null);

        assertThat(pages).isEqualTo(3);
        assertThat(seen).containsExactlyInAnyOrderElementsOf(jobs.stream().map(Job::id).toList());
    }

    @Test
    void filters_select() {
        Job member = add("members", 0);
        Job claimed = claim();
        Job claim = add("claims", 1);

        assertThat(claimed.id()).isEqualTo(member.id());
        assertThat(store.list(new JobQuery(JobState.QUEUED, null, null, 10)).jobs())
                .containsExactly(claim);
        assertThat(store.list(new JobQuery(JobState.QUEUED, "members", null, 10)).jobs()).isEmpty();
        assertThat(store.list(new JobQuery(null, "members", null, 10)).jobs()).hasSize(1);
    }

    @Test
    void jobs_areClaimedInTheOrderTheyCame_eachByOneWorker() throws Exception {
        List<UUID> added = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            added.add(add("members", i).id());
        }
        List<UUID> claimed = Collections.synchronizedList(new ArrayList<>());
        ExecutorService workers = Executors.newFixedThreadPool(6);
        List<Future<?>> ends = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            JobLeases own = new JobLeases(database);
            ends.add(
                    workers.submit(
                            () -> {
                                // a worker that is beaten to all it looked at tries again
                                for (int none = 0; none < 20; ) {
                                    Optional<Job> job = own.claim(NOW, LATER, List.of());
                                    none = job.isPresent() ? 0 : none + 1;
                                    job.ifPresent(each -> claimed.add(each.id()));
                                }
                            }));
        }
        for (Future<?> end : ends) {
            end.get();
        }
        workers.shutdown();

        assertThat(claimed).containsExactlyInAnyOrderElementsOf(added);
    }

    @Test
    void leaseThatRanOut_letsAnotherTakeOver_andTheFirstCanChangeNothing() {
        Job job = add("members", 0);
        claim();
        JobLeases other = new JobLeases(database);

        assertThat(other.claim(NOW, LATER, List.of())).isEmpty();
        assertThat(other.claim(LATER.plusSeconds(1), LATER.plusSeconds(60), List.of())).isPresent();
        assertThat(leases.renew(job.id(), LATER)).isFalse();
        assertThat(leases.wrote(job.id(), part(1), 5, LATER)).isFalse();
        assertThat(leases.done(job.id(), 5, SHA, NOW, LATER)).isFalse();
        assertThat(leases.failed(job.id(), "no", NOW)).isFalse();
        assertThat(leases.release(job.id())).isFalse();
        assertThat(leases.parts(job.id())).isEmpty();
        assertThat(other.renew(job.id(), LATER)).isTrue();
        assertThat(state(job)).isEqualTo(JobState.RUNNING);
    }

    @Test
    void releasedJob_isFree_andSoAreAllThatAreTakenBack() {
        Job job = add("members", 0);
        claim();
        assertThat(leases.release(job.id())).isTrue();
        assertThat(claim().id()).isEqualTo(job.id());
        leases.takeBack();
        assertThat(new JobLeases(database).claim(NOW, LATER, List.of())).isPresent();
    }

    @Test
    void parts_areRecordedInOrder_andTwiceIsAsOnce() {
        Job job = add("members", 0);
        claim();
        assertThat(leases.begun(job.id(), "upload")).isTrue();
        for (int number : new int[] {1, 2, 2, 3}) {
            assertThat(leases.wrote(job.id(), part(number), number, LATER)).isTrue();
        }

        assertThat(leases.parts(job.id())).containsExactly(part(1), part(2), part(3));
        Job now = store.find(job.id()).orElseThrow();
        assertThat(now.recordsDone()).isEqualTo(3);
        assertThat(now.fileBytes()).isEqualTo(30);
        assertThat(now.upload()).isEqualTo("upload");
        assertThat(leases.begun(job.id(), "anew")).isTrue();
        assertThat(leases.parts(job.id())).isEmpty();
    }

    @Test
    void finishedJob_expires_isRemoved_andForgotten() {
        Job job = add("members", 0);
        claim();
        assertThat(leases.done(job.id(), 4, SHA, NOW, LATER)).isTrue();
        Job done = store.find(job.id()).orElseThrow();
        assertThat(done.state()).isEqualTo(JobState.DONE);
        assertThat(done.recordCount()).isEqualTo(4);
        assertThat(done.sha256()).isEqualTo(SHA);
        assertThat(done.times().expires()).isEqualTo(LATER);
        store.expireAll(NOW);
        assertThat(state(job)).isEqualTo(JobState.DONE);
        store.expireAll(LATER);
        assertThat(state(job)).isEqualTo(JobState.EXPIRED);
        store.forget(LATER);
        assertThat(store.leftBehind(10)).extracting(Job::id).containsExactly(job.id());
        store.removed(job.id());
        assertThat(store.leftBehind(10)).isEmpty();
        store.forget(NOW);
        assertThat(store.find(job.id())).isPresent();
        store.forget(LATER);
        assertThat(store.find(job.id())).isEmpty();
    }

    @Test
    void onlyUnfinishedJobs_areCancelled_andOnlyFinishedOnesExpire() {
        Job queued = add("members", 0);
        assertThat(store.expire(queued.id(), NOW)).isFalse();
        assertThat(store.cancel(queued.id(), NOW)).isTrue();
        assertThat(store.cancel(queued.id(), NOW)).isFalse();
        Job running = add("members", 1);
        claim();
        assertThat(store.cancel(running.id(), NOW)).isTrue();
        assertThat(leases.done(running.id(), 1, SHA, NOW, LATER)).isFalse();
        Job done = add("members", 2);
        claim();
        assertThat(leases.done(done.id(), 1, SHA, NOW, LATER)).isTrue();
        assertThat(store.cancel(done.id(), NOW)).isFalse();
        assertThat(store.expire(done.id(), NOW)).isTrue();
        assertThat(store.expire(done.id(), NOW)).isFalse();
        assertThat(List.of(state(queued), state(running), state(done)))
                .containsExactly(JobState.CANCELLED, JobState.CANCELLED, JobState.EXPIRED);
    }

    @Test
    void failedJob_saysWhy() {
        Job job = add("members", 0);
        claim();
        assertThat(leases.failed(job.id(), "Storage failed: no", NOW)).isTrue();
        Job failed = store.find(job.id()).orElseThrow();
        assertThat(failed.state()).isEqualTo(JobState.FAILED);
        assertThat(failed.error()).isEqualTo("Storage failed: no");
        assertThat(failed.times().completed()).isEqualTo(NOW.truncatedTo(ChronoUnit.MICROS));
    }

    @Test
    void auditLog_isThere() {
        String sql =
                "INSERT INTO audit_log (endpoint, request_data, response_status) VALUES (?, ?, ?)";
        int added =
                database.call(
                        connection -> Sql.update(connection, sql, "/api/v1/members", "{}", 200));

        assertThat(added).isEqualTo(1);
    }
}
