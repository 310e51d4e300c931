package io.github.clinicaldata.security.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.clinicaldata.support.RedisServer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Servers with one Redis hold clients to one quota. */
class RedisQuotaTest {
    private static final Quota QUOTA = new Quota(60, 6000, 2);
    private static final Pattern REQUESTS = Pattern.compile("\"requests\";r=([0-9]+)");
    private static final Pattern RECORDS = Pattern.compile("\"records\";r=([0-9]+)");

    @TempDir static Path directory;
    private static RedisServer redis;
    private static Vertx vertx;

    private final List<OneServer> servers = new ArrayList<>();
    private final String client = "client-" + System.nanoTime();

    /** A server, as far as quotas go. */
    private final class OneServer {
        private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
        private final RedisLedger ledger = new RedisLedger(vertx, redis.url(), meters, 1);
        private final Usages usages = new Usages(QUOTA, 1000, "key", ledger);

        OneServer() {
            servers.add(this);
        }

        boolean request() {
            long start = System.nanoTime();
            boolean admitted = usages.of(client).request() == 0;
            assertThat(Duration.ofNanos(System.nanoTime() - start))
                    .isLessThan(Duration.ofMillis(900));
            return admitted;
        }

        int left(Pattern item) {
            Matcher matcher = item.matcher(usages.of(client).state().left());
            assertThat(matcher.find()).isTrue();
            return Integer.parseInt(matcher.group(1));
        }

        boolean opensStream() {
            return usages.openStream(client) != null;
        }

        /** Whether a stream could be opened now. */
        boolean hasRoom() {
            boolean opened = opensStream();
            if (opened) {
                usages.closeStream(client);
            }
            return opened;
        }

        double isUp() {
            return meters.get("clinical.quota.redis.up").gauge().value();
        }
    }

    private static ConditionFactory soon() {
        return await().atMost(Duration.ofSeconds(20)).pollInterval(Duration.ofMillis(20));
    }

    @BeforeAll
    static void startServers() {
        RedisServer.assumeInstalled();
        redis = RedisServer.start(directory);
        vertx = Vertx.vertx();
    }

    @AfterAll
    static void stopServers() {
        if (vertx != null) {
            vertx.close().toCompletionStage().toCompletableFuture().join();
            redis.close();
        }
    }

    @AfterEach
    void close() {
        servers.forEach(server -> server.ledger.close());
    }

    @Test
    void requests_countOverBothServers() {
        OneServer one = new OneServer();
        OneServer other = new OneServer();
        int[] admitted = {0};
        // one a second comes back meanwhile, and a request or two are on their way to the other
        soon().until(
                        () -> {
                            boolean first = one.request();
                            boolean second = other.request();
                            admitted[0] += (first ? 1 : 0) + (second ? 1 : 0);
                            return !first && !second;
                        });
        assertThat(admitted[0]).isBetween(60, 66);
    }

    @Test
    void records_countOverBothServers_andThoseGivenBackAreThereAgain() {
        OneServer one = new OneServer();
        OneServer other = new OneServer();
        Usage here = one.usages.of(client);
        assertThat(here.take(5000)).isEqualTo(5000);
        soon().until(
                        () -> {
                            other.usages.of(client).charge(1);
                            return other.left(RECORDS) < 2500;
                        });
        here.giveBack(4000);
        soon().until(
                        () -> {
                            other.usages.of(client).charge(1);
                            return other.left(RECORDS) > 4000;
                        });
        assertThat(other.usages.of(client).take(6000)).isLessThan(6000);
    }

    @Test
    void streams_countOverBothServers() {
        OneServer one = new OneServer();
        OneServer other = new OneServer();
        assertThat(one.opensStream()).isTrue();
        assertThat(one.opensStream()).isTrue();
        soon().until(() -> !other.hasRoom());
        assertThat(one.hasRoom()).isFalse();

        one.usages.closeStream(client);
        soon().until(other::opensStream);
        soon().until(() -> !one.hasRoom() && !other.hasRoom());
    }

    @Test
    void streamsOfAServerThatWasKilled_areForgotten() {
        OneServer killed = new OneServer();
        OneServer other = new OneServer();
        assertThat(killed.opensStream()).isTrue();
        assertThat(killed.opensStream()).isTrue();
        soon().until(() -> !other.hasRoom());

        killed.ledger.close();
        soon().until(other::hasRoom);
    }

    @Test
    void whileRedisIsKilled_eachServerHoldsTheQuotaAlone_andTellsWhatWasHadOnceItIsBack() {
        OneServer one = new OneServer();
        OneServer other = new OneServer();
        for (int i = 0; i < 20; i++) {
            assertThat(one.request()).isTrue();
        }
        soon().until(
                        () -> {
                            other.request();
                            return other.left(REQUESTS) < 45;
                        });
        redis.kill();
        soon().until(
                        () -> {
                            one.request();
                            other.request();
                            return one.isUp() == 0 && other.isUp() == 0;
                        });
        assertThat(other.request()).isTrue();
        assertThat(other.opensStream()).isTrue();
        assertThat(other.meters.counter("clinical.quota.redis.failures").count()).isPositive();
        soon().until(() -> !one.request());

        redis.start();
        soon().until(
                        () -> {
                            one.request();
                            other.usages.of(client).charge(1);
                            return one.isUp() == 1 && other.isUp() == 1;
                        });
        soon().until(
                        () -> {
                            other.request();
                            return other.left(REQUESTS) < 35;
                        });
    }

    @Test
    void whileRedisHangs_nobodyWaits() {
        OneServer one = new OneServer();
        assertThat(one.request()).isTrue();
        redis.hang();
        try {
            soon().until(
                            () -> {
                                one.request();
                                return one.isUp() == 0;
                            });
            assertThat(one.hasRoom()).isTrue();
        } finally {
            redis.goOn();
        }
        soon().until(
                        () -> {
                            one.usages.of(client).charge(1);
                            return one.isUp() == 1;
                        });
    }
}
