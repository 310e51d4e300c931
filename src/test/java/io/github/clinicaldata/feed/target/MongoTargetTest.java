package io.github.clinicaldata.feed.target;

import static org.assertj.core.api.Assertions.assertThat;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import io.github.clinicaldata.config.FeedsConfig;
import io.github.clinicaldata.stream.Batch;
import io.github.clinicaldata.stream.Batches;
import io.github.clinicaldata.support.MongoStandIn;
import io.github.clinicaldata.support.Ports;
import io.github.clinicaldata.support.Settings;
import io.github.clinicaldata.support.World;
import io.vertx.core.Vertx;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * What a target does with what servers answer, and where it goes. Only the test knows where names
 * are.
 */
class MongoTargetTest {
    private static final String DATABASE = "clinic";
    private static final String COLLECTION = "members";
    private static final int COUNT = 5;
    private static final Vertx VERTX = Vertx.vertx();

    private final MongoStandIn server = MongoStandIn.start();
    private final Map<String, String> rules = new HashMap<>();

    MongoTargetTest() {
        rules.put("clinical.feeds.allowed-addresses", "127.0.0.1");
        rules.put("clinical.feeds.connect-timeout", "2s");
        rules.put("clinical.feeds.answer-timeout", "5s");
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @AfterAll
    static void close() {
        VERTX.close().toCompletionStage().toCompletableFuture().join();
    }

    private static InetAddress[] resolve(String host) throws UnknownHostException {
        return switch (host) {
            case "nowhere.test" -> throw new UnknownHostException(host);
            case "inside.test" -> new InetAddress[] {InetAddress.getByName("10.0.0.1")};
            default ->
                    new InetAddress[] {InetAddress.getByAddress(host, new byte[] {127, 0, 0, 1})};
        };
    }

    private FeedTarget target(String url, String... more) {
        FeedsConfig config = Settings.of(rules).feeds();
        Map<String, String> settings = new HashMap<>();
        settings.put("url", url);
        settings.put("database", DATABASE);
        settings.put("collection", COLLECTION);
        for (int i = 0; i < more.length; i += 2) {
            settings.put(more[i], more[i + 1]);
        }
        return new MongoTarget(
                new MongoClients(
                        VERTX,
                        new AllowedTargets(config, MongoTargetTest::resolve),
                        config,
                        new TargetKind.Opening(
                                "feed", new TargetSettings(settings), World.format("ndjson"))));
    }

    private static Batch batch() {
        return Batches.first("members", "ndjson", false, COUNT);
    }

    private Batch send(String url, String... more) throws Exception {
        Batch batch = batch();
        try (FeedTarget target = target(url, more)) {
            target.send(batch);
        }
        assertThat(batch.isDone()).isTrue();
        return batch;
    }

    private TargetFailure failure(Batch batch, String url, String... more) {
        try (FeedTarget target = target(url, more)) {
            target.send(batch);
        } catch (TargetFailure e) {
            return e;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        throw new AssertionError("It was sent");
    }

    private TargetFailure failure(String url, String... more) {
        return failure(batch(), url, more);
    }

    private String url() {
        return "mongodb://" + server.address();
    }

    private int documents() {
        return server.documents(DATABASE, COLLECTION).size();
    }

    private void refuse(int code, String name, String message) {
        server.answer(
                (client, command, query) -> {
                    if (command.equals("update")) {
                        throw new MongoServerError(code, name, message);
                    }
                    return null;
                });
    }

    @Test
    void whatIsSentTwice_isThereOnce() throws Exception {
        send(url());
        send(url());

        assertThat(server.writes()).isEqualTo(2 * COUNT);
        assertThat(documents()).isEqualTo(COUNT);
    }

    @Test
    void userWhoProvesToKnowThePassword_mayWrite() throws Exception {
        server.require("feeds", "pass\"word");
        send(url(), "username", "feeds", "password", "pass\"word");

        assertThat(documents()).isEqualTo(COUNT);
    }

    @Test
    void wrongPassword_isHopeless_andIsNotTold() {
        server.require("feeds", "password");
        TargetFailure failure = failure(url(), "username", "feeds", "password", "hush");

        assertThat(failure.reason()).isEqualTo(TargetFailure.Reason.HOPELESS);
        assertThat(failure).hasMessage("MongoDB does not let the user in: Authentication failed.");
    }

    @Test
    void nobody_whereAUserIsNeeded_isHopeless() {
        server.require("feeds", "password");
        TargetFailure failure = failure(url());

        assertThat(failure.reason()).isEqualTo(TargetFailure.Reason.HOPELESS);
        assertThat(failure).hasMessageContaining("command update requires authentication");
    }

    @Test
    void serverThatIsNotThere_mayComeBack() {
        String address = "127.0.0.1:" + Ports.free();
        TargetFailure failure = failure("mongodb://" + address);

        assertThat(failure.reason()).isEqualTo(TargetFailure.Reason.PASSING);
        assertThat(failure).hasMessage("MongoDB at " + address + ": Connection refused");
    }

    @Test
    void hostThatNobodyKnows_isTold() {
        assertThat(failure("mongodb://nowhere.test"))
                .hasMessage(
                        "MongoDB at nowhere.test:27017: \"nowhere.test\" is not known: it has no"
                                + " address");
    }

    @Test
    void nameThatLeadsInside_isRefusedWhenItIsLookedUp() {
        assertThat(failure("mongodb://inside.test"))
                .hasMessageContaining("\"inside.test\" leads to 10.0.0.1, which is no public");
    }

    @Test
    void hostsOfWhichTheServerTells_areNotGoneTo() throws Exception {
        AtomicInteger asked = new AtomicInteger();
        try (MongoStandIn other = MongoStandIn.start()) {
            other.answer(
                    (client, command, query) -> {
                        asked.incrementAndGet();
                        return null;
                    });
            server.answer(
                    (client, command, query) ->
                            command.equalsIgnoreCase("ismaster")
                                    ? member(server.address(), other.address())
                                    : null);
            send(url() + "/?replicaSet=rs0");
            Thread.sleep(300);
        }

        assertThat(documents()).isEqualTo(COUNT);
        assertThat(asked).hasValue(0);
    }

    private static Document member(String me, String second) {
        return new Document("ismaster", true)
                .append("setName", "rs0")
                .append("me", me)
                .append("primary", me)
                .append("hosts", List.of(me, second))
                .append("maxBsonObjectSize", 16 << 20)
                .append("maxWriteBatchSize", 100_000)
                .append("maxMessageSizeBytes", 48_000_000)
                .append("maxWireVersion", 21)
                .append("minWireVersion", 0)
                .append("ok", 1.0);
    }

    @Test
    void memberOfAnotherSet_getsNothing() {
        TargetFailure failure = failure(url() + "/?replicaSet=rs0");

        assertThat(failure.reason()).isEqualTo(TargetFailure.Reason.PASSING);
        assertThat(failure).hasMessageContaining("not of the replica set that");
        assertThat(server.writes()).isZero();
    }

    @Test
    void secondaries_areLeftForThePrimary() throws Exception {
        refuse(10107, "NotWritablePrimary", "not primary");
        try (MongoStandIn primary = MongoStandIn.start()) {
            send("mongodb://" + server.address() + "," + primary.address());
            assertThat(primary.documents(DATABASE, COLLECTION)).hasSize(COUNT);
        }
    }

    @Test
    void serversWithoutAPrimary_areAllTold() {
        refuse(10107, "NotWritablePrimary", "not primary");
        String gone = "127.0.0.1:" + Ports.free();
        TargetFailure failure = failure(url() + "," + gone);

        assertThat(failure.reason()).isEqualTo(TargetFailure.Reason.PASSING);
        assertThat(failure)
                .hasMessageStartingWith("MongoDB at ")
                .hasMessageContaining(server.address() + ": not primary")
                .hasMessageContaining(gone + ": Connection refused");
    }

    private void answerUpdates(Document answer) {
        answer.append("nModified", 0).append("ok", 1.0);
        server.answer((client, command, query) -> command.equals("update") ? answer : null);
    }

    @Test
    void documentThatIsRefused_isTheFirstThatHasNotArrived() {
        answerUpdates(
                new Document("n", 2)
                        .append(
                                "writeErrors",
                                List.of(
                                        new Document("index", 2)
                                                .append("code", 121)
                                                .append("errmsg", "Document failed validation"))));
        Batch batch = batch();
        TargetFailure failure = failure(batch, url());

        assertThat(failure.reason()).isEqualTo(TargetFailure.Reason.REFUSED);
        assertThat(failure).hasMessage("MongoDB: Document failed validation");
        assertThat(batch.arrived()).isEqualTo(2);
    }

    @Test
    void majorityThatDoesNotHaveIt_letsTheBatchBeSentAgain() {
        answerUpdates(
                new Document("n", COUNT)
                        .append(
                                "writeConcernError",
                                new Document("code", 64)
                                        .append("errmsg", "waiting for replication timed out")));
        Batch batch = batch();
        TargetFailure failure = failure(batch, url());

        assertThat(failure.reason()).isEqualTo(TargetFailure.Reason.PASSING);
        assertThat(failure).hasMessageContaining("waiting for replication timed out");
        assertThat(batch.arrived()).isZero();
    }
}
