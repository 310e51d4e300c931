package io.github.clinicaldata.feed;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.clinicaldata.database.Database;
import io.github.clinicaldata.database.Sql;
import io.github.clinicaldata.feed.secret.FeedSecrets;
import io.github.clinicaldata.feed.target.TargetSettings;
import io.github.clinicaldata.support.Settings;
import io.github.clinicaldata.work.ListPosition;
import io.github.clinicaldata.work.Origin;
import io.github.clinicaldata.work.WorkRejected;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Feeds and leases on a database. */
abstract class FeedTablesContract {
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00.123456Z");
    private static final Instant LATER = NOW.plusSeconds(60);
    private static final int MOST = 1_000;

    private static final String KEY = Base64.getEncoder().encodeToString(new byte[32]);
    private static final String OTHER_KEY =
            Base64.getEncoder().encodeToString("another key, of 32 bytes exactly".getBytes(UTF_8));

    private final FeedSecrets secrets = secrets(KEY, "");
    private Database database;
    private FeedStore store;
    private FeedLeases leases;

    /** A database that holds nothing. */
    abstract Database open();

    @BeforeEach
    void openDatabase() {
        database = open();
        store = new FeedStore(database, secrets);
        leases = new FeedLeases(database, secrets);
    }

    @AfterEach
    void closeDatabase() {
        database.close();
    }

    private static FeedSecrets secrets(String key, String others) {
        Map<String, String> settings = new HashMap<>();
        settings.put("clinical.feeds.secret-key", key);
        settings.put("clinical.feeds.previous-secret-keys", others);
        settings.values().removeIf(String::isEmpty);
        return new FeedSecrets(Settings.of(settings).feeds(), false);
    }

    private String kept(Feed feed) {
        return database.call(
                connection ->
                        Sql.select(
                                        connection,
                                        row -> row.getString(1),
                                        "SELECT secrets FROM feeds WHERE id = ?",
                                        feed.id())
                                .get(0));
    }

    private static Feed feed(String kind, int second) {
        return new Feed(
                UUID.randomUUID(),
                kind,
                Map.of("count", "5", "last_name", "O'Brien \"ä\""),
                "ndjson",
                new Feed.Target("http", new TargetSettings(Map.of("signing_key", "***"))),
                7,
                Feed.OnRefusal.SKIP,
                "100/s",
                null,
                FeedState.QUEUED,
                5,
                Feed.Progress.NONE,
                new Feed.Times(NOW.plusSeconds(second), null, null),
                null,
                null,
                new Origin("request-1", null, null, "127.0.0.1", null));
    }

    private Feed add(String kind, int second) {
        Feed feed = feed(kind, second);
        assertThat(add(feed, null)).isTrue();
        return feed;
    }

    private boolean add(Feed feed, String key) {
        return store.add(
                new FeedStore.NewFeed(feed, Map.of("signing_key", "hush"), key, "ab".repeat(32)),
                MOST);
    }

    private FeedState state(Feed feed) {
        return store.find(feed.id()).orElseThrow().state();
    }

    private Feed claim() {
        return leases.claim(NOW, LATER).orElseThrow();
    }

    @Test
    void feed_comesBackAsItWasAdded_andItsSecretsOnlyToWhoRunsIt() {
        Feed feed = add("members", 0);

        assertThat(store.find(feed.id())).contains(feed);
        assertThat(leases.secrets(feed.id())).containsExactly(Map.entry("signing_key", "hush"));
    }

    @Test
    void key_isTakenOnce() {
        Feed feed = feed("members", 0);
        assertThat(add(feed, "key-1")).isTrue();

        assertThat(add(feed("claims", 0), "key-1")).isFalse();
        assertThat(store.findByKey("key-1").orElseThrow().feed()).isEqualTo(feed);
        assertThat(store.findByKey("key-2")).isEmpty();
    }

    @Test
    void tooManyFeeds_areRefused_untilOneHasEnded() {
        Feed first = add("members", 0);
        FeedStore.NewFeed next =
                new FeedStore.NewFeed(feed("claims", 1), Map.of(), null, "ab".repeat(32));

        assertThatThrownBy(() -> store.add(next, 1)).isInstanceOf(WorkRejected.QueueFull.class);
        assertThat(store.stop(first.id(), NOW)).isTrue();
        assertThat(store.add(next, 1)).isTrue();
    }

    @Test
    void oldestFeed_isClaimedFirst_byOneServer() {
        Feed second = add("members", 1);
        Feed first = add("claims", 0);
        FeedLeases other = new FeedLeases(database, secrets);

        assertThat(claim().id()).isEqualTo(first.id());
        assertThat(other.claim(NOW, LATER).orElseThrow().id()).isEqualTo(second.id());
        assertThat(other.claim(NOW, LATER)).isEmpty();
    }

    @Test
    void acknowledgedIndex_isWhereTheNextServerGoesOn_onceTheLeaseHasEnded() {
        Feed feed = add("members", 0);
        claim();
        Feed.Progress progress = new Feed.Progress(41L, 40, 2, 12_345);
        assertThat(leases.acknowledged(feed.id(), progress, LATER)).isTrue();
        FeedLeases other = new FeedLeases(database, secrets);
        assertThat(other.claim(NOW, LATER)).isEmpty();
        Feed taken = other.claim(LATER.plusSeconds(1), LATER.plusSeconds(60)).orElseThrow();

        assertThat(taken.progress()).isEqualTo(progress);
        assertThat(leases.acknowledged(feed.id(), new Feed.Progress(99L, 99, 0, 1), LATER))
                .isFalse();
        assertThat(leases.waits(feed.id(), "no")).isFalse();
        assertThat(leases.done(feed.id(), NOW)).isFalse();
        assertThat(leases.failed(feed.id(), "no", NOW)).isFalse();
        assertThat(leases.release(feed.id())).isFalse();
        assertThat(leases.wishes()).isEmpty();
        assertThat(store.find(feed.id()).orElseThrow().progress()).isEqualTo(progress);
    }

    @Test
    void renewedLease_isNotTakenOver_andReleasedFeedIsFree() {
        Feed feed = add("members", 0);
        claim();
        leases.renew(LATER.plusSeconds(60));
        FeedLeases other = new FeedLeases(database, secrets);
        assertThat(other.claim(LATER.plusSeconds(1), LATER.plusSeconds(61))).isEmpty();
        assertThat(leases.release(feed.id())).isTrue();
        assertThat(other.claim(NOW, LATER)).isPresent();
        other.takeBack();
        assertThat(claim().id()).isEqualTo(feed.id());
    }

    @Test
    void waitingFeed_saysWhy_untilSomethingArrives() {
        Feed feed = add("members", 0);
        claim();
        assertThat(leases.waits(feed.id(), "Connection refused")).isTrue();
        Feed waiting = store.find(feed.id()).orElseThrow();
        assertThat(waiting.state()).isEqualTo(FeedState.WAITING);
        assertThat(waiting.trouble()).isEqualTo("Connection refused");
        leases.acknowledged(feed.id(), new Feed.Progress(1L, 2, 0, 3), LATER);
        Feed running = store.find(feed.id()).orElseThrow();
        assertThat(running.state()).isEqualTo(FeedState.RUNNING);
        assertThat(running.trouble()).isNull();
    }

    @Test
    void pausedFeed_keepsWhatArrivesMeanwhile_andIsClaimedOnceItIsResumed() {
        Feed feed = add("members", 0);
        claim();
        assertThat(store.pause(feed.id())).isTrue();
        assertThat(store.pause(feed.id())).isFalse();
        leases.acknowledged(feed.id(), new Feed.Progress(1L, 2, 0, 3), LATER);
        leases.waits(feed.id(), "no");
        Feed paused = store.find(feed.id()).orElseThrow();
        assertThat(paused.state()).isEqualTo(FeedState.PAUSED);
        assertThat(paused.trouble()).isNull();
        assertThat(paused.progress().lastIndex()).isEqualTo(1);
        assertThat(leases.wishes())
                .extracting(FeedLeases.Wish::state)
                .containsExactly(FeedState.PAUSED);
        leases.release(feed.id());
        assertThat(leases.claim(NOW, LATER)).isEmpty();
        assertThat(store.resume(feed.id())).isTrue();
        assertThat(claim().id()).isEqualTo(feed.id());
    }

    @Test
    void rate_isChanged_untilTheFeedHasEnded() {
        Feed feed = add("members", 0);
        claim();
        assertThat(store.pace(feed.id(), "5/s", "poisson")).isTrue();
        assertThat(leases.wishes())
                .containsExactly(
                        new FeedLeases.Wish(feed.id(), FeedState.RUNNING, "5/s", "poisson"));
        assertThat(store.pace(feed.id(), null, null)).isTrue();
        leases.done(feed.id(), NOW);
        assertThat(store.pace(feed.id(), "5/s", null)).isFalse();
    }

    @Test
    void endedFeed_hasNoSecrets_andIsForgottenInTime() {
        Feed done = add("members", 0);
        claim();
        Feed failed = add("members", 1);
        claim();
        Feed stopped = add("members", 2);
        claim();
        assertThat(leases.done(done.id(), NOW)).isTrue();
        assertThat(leases.failed(failed.id(), "why", NOW)).isTrue();
        assertThat(store.stop(stopped.id(), NOW)).isTrue();
        assertThat(store.stop(stopped.id(), NOW)).isFalse();
        assertThat(leases.done(stopped.id(), NOW)).isFalse();

        assertThat(List.of(state(done), state(failed), state(stopped)))
                .containsExactly(FeedState.DONE, FeedState.FAILED, FeedState.STOPPED);
        assertThat(store.find(failed.id()).orElseThrow().error()).isEqualTo("why");
        assertThat(leases.secrets(done.id())).isEmpty();
        assertThat(leases.secrets(stopped.id())).isEmpty();
        assertThat(leases.secrets(failed.id())).isNotEmpty();
        assertThat(store.resume(done.id())).isFalse();
        assertThat(store.resume(failed.id())).isTrue();
        store.forget(NOW);
        assertThat(store.find(done.id())).isPresent();
        store.forget(LATER);
        assertThat(store.find(done.id())).isEmpty();
        assertThat(state(failed)).isEqualTo(FeedState.QUEUED);
    }

    @Test
    void pages_followEachOther_andFiltersSelect() {
        List<UUID> added = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            added.add(0, add("members", i).id());
        }
        add("claims", 9);
        FeedQuery.Page first = store.list(new FeedQuery(null, "members", "http", null, 3));
        ListPosition after = ListPosition.parse(first.next().token()).orElseThrow();
        FeedQuery.Page second = store.list(new FeedQuery(null, "members", "http", after, 3));

        List<UUID> listed = new ArrayList<>();
        first.feeds().forEach(each -> listed.add(each.id()));
        second.feeds().forEach(each -> listed.add(each.id()));
        assertThat(listed).isEqualTo(added);
        assertThat(second.next()).isNull();
        assertThat(store.list(new FeedQuery(FeedState.DONE, null, null, null, 3)).feeds())
                .isEmpty();
        assertThat(store.list(new FeedQuery(null, null, "kafka", null, 3)).feeds()).isEmpty();
    }

    @Test
    void secrets_areEncrypted_andBoundToTheirFeed() {
        Feed feed = add("members", 0);
        Feed other = add("members", 1);

        assertThat(kept(feed)).contains("encrypted").doesNotContain("hush", "signing_key");
        assertThat(kept(feed)).isNotEqualTo(kept(other));
        assertThat(leases.secrets(feed.id())).isEqualTo(Map.of("signing_key", "hush"));
        keep(other, kept(feed));
        assertThatThrownBy(() -> leases.secrets(other.id()))
                .isInstanceOf(FeedSecrets.UnreadableException.class)
                .hasMessageContaining("changed");
    }

    private void keep(Feed feed, String secrets) {
        database.call(
                connection ->
                        Sql.update(
                                connection,
                                "UPDATE feeds SET secrets = ? WHERE id = ?",
                                secrets,
                                feed.id()));
    }

    @Test
    void secretsFromBeforeTheyWereEncrypted_areReadAndEncrypted() {
        Feed feed = add("members", 0);
        keep(feed, "{\"signing_key\": \"old\"}");
        assertThat(leases.secrets(feed.id())).isEqualTo(Map.of("signing_key", "old"));

        new SecretRotation(database, secrets(KEY, "")).run();

        assertThat(kept(feed)).contains("encrypted").doesNotContain("old");
        assertThat(leases.secrets(feed.id())).isEqualTo(Map.of("signing_key", "old"));
    }

    @Test
    void anotherKey_takesOverWhatTheFormerEncrypted_andThenDoesWithoutIt() {
        Feed feed = add("members", 0);
        FeedLeases without = new FeedLeases(database, secrets(OTHER_KEY, ""));
        assertThatThrownBy(() -> without.secrets(feed.id()))
                .isInstanceOf(FeedSecrets.UnreadableException.class)
                .hasMessageContaining("CLINICAL_FEEDS_PREVIOUS_SECRET_KEYS");
        FeedSecrets both = secrets(OTHER_KEY, KEY);
        assertThat(new FeedLeases(database, both).secrets(feed.id()))
                .isEqualTo(Map.of("signing_key", "hush"));

        new SecretRotation(database, both).run();

        assertThat(without.secrets(feed.id())).isEqualTo(Map.of("signing_key", "hush"));
    }

    @Test
    void withoutAKey_plainSecretsStayReadable() {
        Feed feed = add("members", 0);
        keep(feed, "{\"signing_key\": \"old\"}");
        FeedSecrets none = secrets("", "");

        new SecretRotation(database, none).run();

        assertThat(none.canBeKept()).isFalse();
        assertThat(new FeedLeases(database, none).secrets(feed.id()))
                .isEqualTo(Map.of("signing_key", "old"));
    }
}
