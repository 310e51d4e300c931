package io.github.clinicaldata.security.limit;

import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.VerboseResult;
import io.github.bucket4j.distributed.AsyncBucketProxy;
import io.github.bucket4j.distributed.AsyncVerboseBucket;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Vertx;
import io.vertx.core.net.NetClientOptions;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.RedisOptions;
import io.vertx.redis.client.Request;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.jboss.logging.Logger;

/**
 * The ledger in Redis. While Redis is away, quotas hold on each server alone; {@code
 * clinical_quota_redis_up} is 0 then, and one question a second finds out whether it is back.
 */
public final class RedisLedger implements SharedLedger, AutoCloseable {
    /** What a server has said about its streams counts for so long. */
    static final long SILENCE_SECONDS = 15;

    private static final Logger LOG = Logger.getLogger(RedisLedger.class);
    private static final String PREFIX = "clinical:quota:";
    private static final long TIMEOUT_MILLIS = 1_000;
    private static final long RETRY_NANOS = TimeUnit.SECONDS.toNanos(1);
    private static final int CONNECTIONS = 4;
    private static final int MOST_WAITING = 10_000;

    /**
     * Notes how many streams a client has on one server, and adds up those on the others whose word
     * is not too old. A server that was killed keeps nobody's streams.
     */
    private static final String COUNT_STREAMS =
            """
            local now = tonumber(redis.call('TIME')[1])
            if ARGV[2] == '0' then
                redis.call('HDEL', KEYS[1], ARGV[1])
            else
                redis.call('HSET', KEYS[1], ARGV[1], ARGV[2] .. ':' .. now)
            end
            redis.call('EXPIRE', KEYS[1], ARGV[3])
            local others = 0
            local all = redis.call('HGETALL', KEYS[1])
            for i = 1, #all, 2 do
                local count, at = string.match(all[i + 1], '(%d+):(%d+)')
                if now - tonumber(at) > tonumber(ARGV[3]) then
                    redis.call('HDEL', KEYS[1], all[i])
                elseif all[i] ~= ARGV[1] then
                    others = others + tonumber(count)
                end
            end
            return others
            """;

    private final String server = UUID.randomUUID().toString();
    private final long silenceSeconds;
    private final Redis redis;
    private final RedisBuckets buckets;
    private final Counter failures;
    private final AtomicBoolean up = new AtomicBoolean(true);
    private final AtomicLong nextTry = new AtomicLong(System.nanoTime());
    private volatile boolean closed;

    /**
     * A ledger, to which nothing is connected yet.
     *
     * @param url such as {@code redis://:password@host:6379/0}, or with {@code rediss} for TLS
     */
    public RedisLedger(Vertx vertx, String url, MeterRegistry registry) {
        this(vertx, url, registry, SILENCE_SECONDS);
    }

    /**
     * A ledger.
     *
     * @param silenceSeconds how long counts what a server has said about its streams
     */
    RedisLedger(Vertx vertx, String url, MeterRegistry registry, long silenceSeconds) {
        this.silenceSeconds = silenceSeconds;
        redis =
                Redis.createClient(
                        vertx,
                        new RedisOptions()
                                .setConnectionString(url)
                                .setMaxPoolSize(CONNECTIONS)
                                .setMaxPoolWaiting(MOST_WAITING)
                                .setMaxWaitingHandlers(MOST_WAITING)
                                .setNetClientOptions(
                                        new NetClientOptions()
                                                .setTcpNoDelay(true)
                                                .setConnectTimeout((int) TIMEOUT_MILLIS)));
        buckets = new RedisBuckets(redis);
        failures = registry.counter("clinical.quota.redis.failures");
        registry.gauge("clinical.quota.redis.up", up, state -> state.get() ? 1 : 0);
    }

    @Override
    public boolean mayAsk() {
        if (closed) {
            return false;
        }
        if (up.get()) {
            return true;
        }
        long due = nextTry.get();
        long now = System.nanoTime();
        return now - due >= 0 && nextTry.compareAndSet(due, now + RETRY_NANOS);
    }

    @Override
    public CompletionStage<Long> tokens(String bucket, long perMinute, long tokens) {
        return watched(
                () -> {
                    BucketConfiguration quota =
                            BucketConfiguration.builder()
                                    .addLimit(Usage.perMinute(perMinute))
                                    .build();
                    AsyncBucketProxy proxy =
                            buckets.asAsync().builder().build(PREFIX + bucket, quota);
                    return left(proxy.asVerbose(), tokens);
                });
    }

    private static CompletableFuture<Long> left(AsyncVerboseBucket bucket, long tokens) {
        CompletableFuture<? extends VerboseResult<?>> told;
        if (tokens > 0) {
            told = bucket.consumeIgnoringRateLimits(tokens);
        } else if (tokens < 0) {
            told = bucket.addTokens(-tokens);
        } else {
            told = bucket.getAvailableTokens();
        }
        return told.thenApply(result -> result.getDiagnostics().getAvailableTokens());
    }

    @Override
    public CompletionStage<Integer> streams(String client, int here) {
        Request count =
                Request.cmd(Command.EVAL)
                        .arg(COUNT_STREAMS)
                        .arg(1)
                        .arg(PREFIX + client + ":streams")
                        .arg(server)
                        .arg(here)
                        .arg(silenceSeconds);
        return watched(
                () ->
                        redis.send(count)
                                .toCompletionStage()
                                .toCompletableFuture()
                                .thenApply(others -> others.toInteger()));
    }

    /** A question that Redis can be asked. */
    private interface Question<T> {
        CompletableFuture<T> ask();
    }

    private <T> CompletableFuture<T> watched(Question<T> question) {
        CompletableFuture<T> asked;
        try {
            asked = question.ask();
        } catch (RuntimeException e) {
            asked = CompletableFuture.failedFuture(e);
        }
        return asked.orTimeout(TIMEOUT_MILLIS, TimeUnit.MILLISECONDS)
                .whenComplete(
                        (answer, failure) -> {
                            if (failure == null) {
                                isUp();
                            } else {
                                isAway(failure);
                            }
                        });
    }

    private void isUp() {
        if (up.compareAndSet(false, true)) {
            LOG.info("Redis answers again: quotas hold over all servers");
        }
    }

    private void isAway(Throwable failure) {
        failures.increment();
        nextTry.set(System.nanoTime() + RETRY_NANOS);
        if (up.compareAndSet(true, false) && !closed) {
            LOG.warnf(
                    "Redis does not answer: quotas hold on each server alone until it does (%s)",
                    failure);
        }
    }

    /** Ends its connections. */
    @Override
    public void close() {
        if (!closed) {
            closed = true;
            redis.close();
        }
    }
}
