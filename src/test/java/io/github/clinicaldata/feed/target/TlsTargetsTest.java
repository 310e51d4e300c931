package io.github.clinicaldata.feed.target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.clinicaldata.config.FeedsConfig;
import io.github.clinicaldata.stream.Batch;
import io.github.clinicaldata.stream.Batches;
import io.github.clinicaldata.support.Certificate;
import io.github.clinicaldata.support.MongoStandIn;
import io.github.clinicaldata.support.Settings;
import io.github.clinicaldata.support.World;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.net.NetServer;
import io.vertx.core.net.NetServerOptions;
import io.vertx.core.net.PfxOptions;
import java.net.InetAddress;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Targets with TLS. Only the test knows where the names are: a client that looked them up itself
 * would find nothing.
 */
class TlsTargetsTest {
    @TempDir static Path directory;

    private static Certificate certificate;
    private static Vertx vertx;
    private static HttpServer endpoint;
    private static NetServer listener;
    private static MongoStandIn mongo;

    @BeforeAll
    static void listen() {
        certificate = Certificate.make(directory, "DNS:intake.test");
        PfxOptions key =
                new PfxOptions()
                        .setPath(certificate.keyStore().toString())
                        .setPassword(Certificate.PASSWORD);
        mongo = MongoStandIn.start(certificate);
        vertx = Vertx.vertx();
        endpoint =
                vertx.createHttpServer(
                                new HttpServerOptions()
                                        .setHost("127.0.0.1")
                                        .setPort(0)
                                        .setSsl(true)
                                        .setKeyCertOptions(key))
                        .requestHandler(
                                request ->
                                        request.response()
                                                .setStatusCode(
                                                        request.authority()
                                                                        .host()
                                                                        .equals("intake.test")
                                                                ? 204
                                                                : 421)
                                                .end())
                        .listen()
                        .toCompletionStage()
                        .toCompletableFuture()
                        .join();
        listener =
                vertx.createNetServer(
                                new NetServerOptions()
                                        .setHost("127.0.0.1")
                                        .setPort(0)
                                        .setSsl(true)
                                        .setKeyCertOptions(key))
                        .connectHandler(
                                socket ->
                                        socket.handler(
                                                bytes -> {
                                                    String id =
                                                            bytes.toString().split("\\|", -1)[9];
                                                    socket.write(
                                                            "\u000BMSH|^~\\&|A|B|C|D|1||ACK|1|P|2.5.1\r"
                                                                + "MSA|AA|"
                                                                    + id
                                                                    + "\r\u001C\r");
                                                }))
                        .listen()
                        .toCompletionStage()
                        .toCompletableFuture()
                        .join();
    }

    @AfterAll
    static void close() {
        mongo.close();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    private static FeedsConfig config(boolean trusting) {
        Map<String, String> settings = new HashMap<>();
        settings.put("clinical.feeds.allowed-addresses", "127.0.0.1");
        settings.put("clinical.feeds.answer-timeout", "5s");
        settings.put("clinical.feeds.connect-timeout", "3s");
        if (trusting) {
            settings.put("clinical.feeds.trusted-certificates", certificate.pem().toString());
        }
        return Settings.of(settings).feeds();
    }

    private static AllowedTargets allowed(FeedsConfig config) {
        return new AllowedTargets(
                config,
                host ->
                        new InetAddress[] {
                            InetAddress.getByAddress(host, new byte[] {127, 0, 0, 1})
                        });
    }

    private static Batch post(String host, boolean trusting) throws Exception {
        FeedsConfig config = config(trusting);
        String url = "https://" + host + ":" + endpoint.actualPort() + "/";
        return send(
                new HttpTarget(
                        vertx,
                        allowed(config),
                        config,
                        new TargetKind.Opening(
                                "feed",
                                new TargetSettings(Map.of("url", url)),
                                World.format("ndjson"))),
                "ndjson");
    }

    private static Batch tell(String host, boolean trusting) throws Exception {
        FeedsConfig config = config(trusting);
        String port = String.valueOf(listener.actualPort());
        return send(
                new MllpTarget(
                        vertx,
                        allowed(config),
                        config,
                        new TargetSettings(Map.of("host", host, "port", port, "tls", "true"))),
                "hl7v2");
    }

    private static Batch write(String host, boolean trusting) throws Exception {
        FeedsConfig config = config(trusting);
        String url = "mongodb://" + mongo.address(host) + "/?tls=true";
        return send(
                new MongoTarget(
                        new MongoClients(
                                vertx,
                                allowed(config),
                                config,
                                new TargetKind.Opening(
                                        "feed",
                                        new TargetSettings(
                                                Map.of(
                                                        "url",
                                                        url,
                                                        "database",
                                                        "d",
                                                        "collection",
                                                        "c")),
                                        World.format("ndjson")))),
                "ndjson");
    }

    private static Batch send(FeedTarget target, String format) throws Exception {
        Batch batch = Batches.first("members", format, format.equals("ndjson"), 3);
        try (target) {
            target.send(batch);
        }
        return batch;
    }

    @Test
    void target_whoseCertificateIsForItsName_takesRecords() throws Exception {
        assertThat(post("intake.test", true).isDone()).isTrue();
        assertThat(tell("intake.test", true).isDone()).isTrue();
        assertThat(write("intake.test", true).isDone()).isTrue();
        assertThat(mongo.documents("d", "c")).hasSize(3);
    }

    @Test
    void target_whoseCertificateIsForAnotherName_getsNothing() {
        assertThatThrownBy(() -> post("other.test", true)).isInstanceOf(TargetFailure.class);
        assertThatThrownBy(() -> tell("other.test", true)).isInstanceOf(TargetFailure.class);
        assertThatThrownBy(() -> write("other.test", true))
                .isInstanceOf(TargetFailure.class)
                .hasMessageContaining("other.test");
    }

    @Test
    void target_whomNobodyVouchesFor_getsNothing() {
        assertThatThrownBy(() -> post("intake.test", false)).isInstanceOf(TargetFailure.class);
        assertThatThrownBy(() -> tell("intake.test", false)).isInstanceOf(TargetFailure.class);
        assertThatThrownBy(() -> write("intake.test", false)).isInstanceOf(TargetFailure.class);
    }
}
