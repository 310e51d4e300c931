package io.github.clinicaldata.transport.http.feed;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import de.bwaldvogel.mongo.bson.Document;
import io.github.clinicaldata.support.MongoStandIn;
import io.github.clinicaldata.support.SmallServer;
import io.github.clinicaldata.transport.http.job.JobClient;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Feeds to a collection of a server that stands in for a mongod. */
@QuarkusTest
@TestProfile(SmallServer.class)
class MongoFeedTest {
    private static final String DATABASE = "clinic";

    @TestHTTPResource URI base;

    private final MongoStandIn server = MongoStandIn.start();
    private FeedClient client;

    @BeforeEach
    void connect() {
        client = new FeedClient(base);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private String body(String kind, String more) {
        return body(kind, "mongodb://" + server.address(), more);
    }

    private static String body(String kind, String url, String more) {
        return """
        {"kind": "%s", "target": {"type": "mongodb", "url": "%s", "database": "%s",
         "collection": "%s"}, %s}
        """
                .formatted(kind, url, DATABASE, kind, more);
    }

    private Set<String> ids(String kind) {
        Set<String> ids = new HashSet<>();
        for (Document each : server.documents(DATABASE, kind)) {
            assertThat(ids.add((String) each.get("_id"))).isTrue();
        }
        return ids;
    }

    private Set<String> idsOfStream(String kind, int count) {
        Set<String> ids = new HashSet<>();
        new String(client.get("/api/v1/" + kind + "/stream?count=" + count), StandardCharsets.UTF_8)
                .lines()
                .forEach(line -> ids.add(JobClient.json(line).path("id").asText()));
        return ids;
    }

    private static String problem(HttpResponse<byte[]> answer) {
        assertThat(answer.statusCode()).as(FeedClient.text(answer)).isEqualTo(422);
        JsonNode detail = JobClient.json(FeedClient.text(answer)).at("/error/details/0");
        return detail.path("field").asText() + " " + detail.path("issue").asText();
    }

    @Test
    void records_areDocuments_eachThereOnce() {
        JsonNode feed = client.submit(body("claims", "\"count\": 1000, \"batch\": 100"));
        JsonNode done = client.await(feed, "done");

        assertThat(done.at("/progress/records_sent").asInt()).isEqualTo(1000);
        assertThat(ids("claims")).isEqualTo(idsOfStream("claims", 1000));
        Document first = server.documents(DATABASE, "claims").get(0);
        assertThat(first.get("_id")).isEqualTo(first.get("id"));
        assertThat(first.get("synthetic")).isEqualTo(true);
    }

    @Test
    void serverThatDies_letsTheFeedWait_andItGoesOnWhenItIsBack() {
        JsonNode feed =
                client.submit(
                        body("members", "\"count\": 1500, \"rate\": \"1500/s\", \"batch\": 50"));
        client.await(feed, each -> each.at("/progress/records_sent").asInt() >= 200);
        server.kill();
        assertThat(client.await(feed, "waiting").path("waits_for").asText())
                .contains("MongoDB at " + server.address());
        server.listen();
        client.await(feed, "done");

        assertThat(ids("members")).isEqualTo(idsOfStream("members", 1500));
    }

    @Test
    void batchThatWasWrittenButNotAcknowledged_isThereOnce() {
        AtomicInteger updates = new AtomicInteger();
        server.afterwards(
                (connection, command) -> {
                    if (command.equals("update") && updates.incrementAndGet() == 2) {
                        connection.close();
                    }
                });
        client.await(client.submit(body("members", "\"count\": 300, \"batch\": 100")), "done");

        assertThat(server.writes()).isEqualTo(400);
        assertThat(ids("members")).isEqualTo(idsOfStream("members", 300));
    }

    @Test
    void wrongPassword_letsTheFeedFail_andIsNotTold() {
        server.require("feeds", "a \"quoted\" pass\\word");
        JsonNode good = client.submit(secured("a \\\"quoted\\\" pass\\\\word"));
        assertThat(good.toString()).doesNotContain("quoted").contains("***");
        client.await(good, "done");
        assertThat(ids("members")).hasSize(20);

        JsonNode bad = client.await(client.submit(secured("hush")), "failed");
        assertThat(bad.path("error").asText())
                .isEqualTo("MongoDB does not let the user in: Authentication failed.");
        assertThat(bad.toString()).doesNotContain("hush").contains("***");
    }

    private String secured(String password) {
        return """
        {"kind": "members", "count": 20, "target": {"type": "mongodb", "url": "mongodb://%s",
         "database": "%s", "collection": "members", "username": "feeds", "password": "%s"}}
        """
                .formatted(server.address(), DATABASE, password);
    }

    @Test
    void formatsWithoutJsonRecords_areRefused() {
        for (String format : List.of("csv", "protobuf", "fhir", "x12", "hl7v2", "json")) {
            HttpResponse<byte[]> answer =
                    client.post(body("vaccines", "\"format\": \"" + format + "\""));
            assertThat(answer.statusCode()).as(format).isIn(400, 406, 422);
            assertThat(FeedClient.text(answer)).contains("format", "ndjson");
        }
    }

    @Test
    void hostsThatFeedsMayNotGoTo_areRefused() {
        assertThat(problem(client.post(body("members", "mongodb://10.0.0.1", "\"count\": 1"))))
                .startsWith("target.url \"10.0.0.1\" leads to 10.0.0.1, which is no public");
        assertThat(
                        problem(
                                client.post(
                                        body(
                                                "members",
                                                "mongodb://127.0.0.1,169.254.169.254",
                                                "\"count\": 1"))))
                .contains("169.254.169.254");
        assertThat(problem(client.post(body("members", "mongodb://none.invalid", "\"count\": 1"))))
                .startsWith("target.url \"none.invalid\" is not known");
    }

    @Test
    void wrongFields_areNamed() {
        String[][] wrong = {
            {"url", "mongodb://u:hush@127.0.0.1"},
            {"database", "admin"},
            {"database", "a/b"},
            {"collection", "system.users"},
            {"collection", "a$b"},
            {"username", "feeds"},
        };
        List<String> problems = new ArrayList<>();
        for (String[] each : wrong) {
            ObjectNode body = JsonNodeFactory.instance.objectNode().put("kind", "members");
            ObjectNode target = body.putObject("target");
            target.put("type", "mongodb");
            target.put("url", "mongodb://127.0.0.1");
            target.put("database", "clinic");
            target.put("collection", "members");
            target.put(each[0], each[1]);
            HttpResponse<byte[]> answer = client.post(body.toString());
            if (!problem(answer).startsWith("target." + each[0] + " ")
                    || FeedClient.text(answer).contains("hush")) {
                problems.add(each[0] + ": " + FeedClient.text(answer));
            }
        }
        assertThat(problems).isEmpty();
    }
}
