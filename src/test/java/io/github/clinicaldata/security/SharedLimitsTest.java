package io.github.clinicaldata.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.github.clinicaldata.config.GeneratorConfig;
import io.github.clinicaldata.stream.PatientAllowance;
import io.github.clinicaldata.support.RedisServer;
import io.github.clinicaldata.support.Settings;
import io.github.clinicaldata.work.Origin;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SharedLimitsTest {
    private static final Caller CALLER = new Caller(null, "192.0.2.7");

    @TempDir Path directory;

    private static boolean admits(Limits limits) {
        try {
            limits.request(CALLER);
            return true;
        } catch (AccessRefused.TooMuch refused) {
            assertThat(refused.retryAfterSeconds()).isPositive();
            return false;
        }
    }

    @Test
    void serversWithTheSameRedis_refuseWhoHadTheQuotaOnAnother() {
        RedisServer.assumeInstalled();
        try (RedisServer redis = RedisServer.start(directory)) {
            GeneratorConfig config =
                    Settings.of(
                            Map.of(
                                    "clinical.security.quota.redis-url",
                                    redis.url(),
                                    "clinical.security.quota.address.requests-per-minute",
                                    "10"));
            AccessPolicy policy = new AccessPolicy(config.security(), List.of("0.0.0.0"));
            Vertx vertx = Vertx.vertx();
            SharedQuotas here = new SharedQuotas(config, policy, vertx, new SimpleMeterRegistry());
            SharedQuotas there = new SharedQuotas(config, policy, vertx, new SimpleMeterRegistry());
            Limits one = new Limits(config, policy, here);
            Limits other = new Limits(config, policy, there);
            for (int i = 0; i < 10; i++) {
                assertThat(admits(one)).isTrue();
            }
            await().atMost(Duration.ofSeconds(20))
                    .pollInterval(Duration.ofMillis(20))
                    .until(() -> !admits(other));
            here.close();
            there.close();
            vertx.close().toCompletionStage().toCompletableFuture().join();
        }
    }

    @Test
    void workOfAClient_waitsForWhatItHadOnAnotherServer() throws InterruptedException {
        RedisServer.assumeInstalled();
        try (RedisServer redis = RedisServer.start(directory)) {
            GeneratorConfig config =
                    Settings.of(
                            Map.of(
                                    "clinical.security.quota.redis-url",
                                    redis.url(),
                                    "clinical.security.quota.key.records-per-minute",
                                    "6000"));
            AccessPolicy policy = new AccessPolicy(config.security(), List.of("0.0.0.0"));
            Vertx vertx = Vertx.vertx();
            SharedQuotas here = new SharedQuotas(config, policy, vertx, new SimpleMeterRegistry());
            SharedQuotas there = new SharedQuotas(config, policy, vertx, new SimpleMeterRegistry());
            Origin origin = new Origin("r", "key-1", "Ann", "192.0.2.7", null);
            PatientAllowance job = allowance(new Limits(config, policy, here), origin);
            PatientAllowance feed = allowance(new Limits(config, policy, there), origin);

            assertThat(feed.take(10)).isEqualTo(10);
            long start = System.nanoTime();
            assertThat(job.takeAll(6000)).isTrue();
            // the other server learns it by and by; alone it would give 6000 at this pace for 15 s
            await().atMost(Duration.ofSeconds(10))
                    .pollInterval(Duration.ofMillis(20))
                    .until(() -> feed.take(10) < 10);
            // 100 a second: 4 s for both, 2 where they overlook what each takes last
            assertThat(feed.takeAll(200)).isTrue();
            assertThat(job.takeAll(200)).isTrue();
            assertThat(Duration.ofNanos(System.nanoTime() - start))
                    .isGreaterThan(Duration.ofMillis(1500));
            here.close();
            there.close();
            vertx.close().toCompletionStage().toCompletableFuture().join();
        }
    }

    private static PatientAllowance allowance(Limits limits, Origin origin) {
        return new PatientAllowance(new WorkQuotas(limits).records(origin), () -> false, () -> {});
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost:6379", "http://localhost", "redis://", "redis://a b"})
    void otherAddressesThanThoseOfRedis_stopTheStart_byTheNameOfTheSetting(String url) {
        GeneratorConfig config = Settings.of(Map.of("clinical.security.quota.redis-url", url));
        AccessPolicy policy = new AccessPolicy(config.security(), List.of("127.0.0.1"));
        Vertx vertx = Vertx.vertx();
        assertThatThrownBy(() -> new SharedQuotas(config, policy, vertx, new SimpleMeterRegistry()))
                .hasMessageContaining("CLINICAL_SECURITY_QUOTA_REDIS_URL")
                .hasMessageNotContaining("a b");
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
