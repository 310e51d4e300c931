package io.github.clinicaldata.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.clinicaldata.transport.http.TestServer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The packaged jar: when it starts, when it refuses to, and what it says then. */
class ServerStartIT {
    @TempDir Path directory;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    CLINICAL_SECURITY_ENABLED                       | perhaps | clinical.security.enabled
                    CLINICAL_SECURITY_QUOTA_KEY_STREAMS             | -1      | clinical.security.quota.key.streams
                    CLINICAL_SECURITY_KEY_REFRESH                   | soon    | clinical.security.key-refresh
                    CLINICAL_AUDIT_QUEUE                            | many    | clinical.audit.queue
                    CLINICAL_STREAM_CHUNK_BYTES                     | 5       | clinical.stream.chunk-bytes
                    CLINICAL_POPULATION_EPOCH                       | today   | clinical.population.epoch
                    """)
    void wrongValue_stopsTheStart_withItsName(String setting, String value, String name)
            throws InterruptedException {
        try (PackagedServer server = new PackagedServer(directory, Map.of(setting, value))) {
            assertThat(server.exitCode()).isNotZero();
            assertThat(server.log()).contains(name).doesNotContain("Listening on");
        }
    }

    @ParameterizedTest
    @CsvSource({"QUARKUS_HTTP_HOST", "QUARKUS_GRPC_SERVER_HOST"})
    void openServerWithoutKeys_doesNotStart(String host) throws InterruptedException {
        Map<String, String> settings =
                Map.of(host, "0.0.0.0", "CLINICAL_SECURITY_ENABLED", "false");
        try (PackagedServer server = new PackagedServer(directory, settings)) {
            assertThat(server.exitCode()).isNotZero();
            assertThat(server.log())
                    .contains("0.0.0.0", "CLINICAL_SECURITY_ALLOW_OPEN", host)
                    .doesNotContain("Listening on");
        }
    }

    @Test
    void openServer_asksForKeys_thatTheCommandLineMakesWhileItRuns() throws InterruptedException {
        try (PackagedServer server =
                new PackagedServer(directory, Map.of("QUARKUS_HTTP_HOST", "0.0.0.0"))) {
            TestServer client = new TestServer(server.started());
            String path = "/api/v1/members?limit=1";
            assertThat(client.get(path).statusCode()).isEqualTo(401);
            assertThat(client.get("/health").statusCode()).isEqualTo(200);
            assertThat(server.log()).contains("No key opens anything yet");

            String key = command("keys", "create", "--name", "test", "--scopes", "stream");
            String text = key.lines().filter(line -> line.startsWith("cdg_")).findFirst().get();
            await().atMost(Duration.ofSeconds(20))
                    .until(() -> client.get(path, "X-API-Key", text).statusCode() == 200);

            String id = text.split("_")[1];
            assertThat(command("keys", "list")).contains(id, "stream", "good");
            assertThat(command("keys", "revoke", id)).contains("Revoked key " + id);
            await().atMost(Duration.ofSeconds(20))
                    .until(() -> client.get(path, "X-API-Key", text).statusCode() == 401);
            assertThat(server.log()).contains("\"outcome\":\"complete\"").doesNotContain(text);
        }
    }

    private String command(String... arguments) throws InterruptedException {
        try (PackagedServer run = new PackagedServer(directory, Map.of(), arguments)) {
            assertThat(run.exitCode()).as(run.log()).isZero();
            return run.log();
        }
    }

    @Test
    void openServer_thatIsAllowedTo_saysSo() {
        Map<String, String> settings =
                Map.of(
                        "QUARKUS_HTTP_HOST",
                        "0.0.0.0",
                        "CLINICAL_SECURITY_ALLOW_OPEN",
                        "true",
                        "QUARKUS_LOG_CONSOLE_JSON_ENABLED",
                        "true");
        try (PackagedServer server = new PackagedServer(directory, settings)) {
            TestServer client = new TestServer(server.started());
            assertThat(client.get("/api/v1/members?limit=1").statusCode()).isEqualTo(200);
            assertThat(client.get("/q/info").body()).contains("\"version\"", "\"build\"");
            assertThat(server.log()).contains("Everybody who can connect to 0.0.0.0");
            assertThat(server.log().lines()).allMatch(line -> line.startsWith("{"));
        }
    }

    @Test
    void keyCommands_nameTheirMistakes() throws InterruptedException {
        for (String[] arguments :
                new String[][] {
                    {"keys", "create", "--scopes", "root", "--expires-in", "soon"},
                    {"keys", "nothing"},
                    {"keys"},
                    {"keys", "revoke", "nobody"}
                }) {
            try (PackagedServer run = new PackagedServer(directory, Map.of(), arguments)) {
                assertThat(run.exitCode()).isIn(2, 3);
                assertThat(run.log())
                        .containsAnyOf(
                                "--name: is missing",
                                "There is no command \"nothing\"; there are create, list, revoke",
                                "A command is expected: create, list, revoke",
                                "There is no key with the id \"nobody\"");
            }
        }
    }
}
