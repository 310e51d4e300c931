package io.github.clinicaldata.security.limit;

import io.github.bucket4j.distributed.ExpirationAfterWriteStrategy;
import io.github.bucket4j.distributed.proxy.ClientSideConfig;
import io.github.bucket4j.distributed.proxy.generic.compare_and_swap.AbstractCompareAndSwapBasedProxyManager;
import io.github.bucket4j.distributed.proxy.generic.compare_and_swap.AsyncCompareAndSwapOperation;
import io.github.bucket4j.distributed.proxy.generic.compare_and_swap.CompareAndSwapOperation;
import io.github.bucket4j.distributed.remote.RemoteBucketState;
import io.github.bucket4j.redis.consts.LuaScripts;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Buckets in Redis, by the client of Vert.x: changed by comparing and swapping, never waited for.
 */
final class RedisBuckets extends AbstractCompareAndSwapBasedProxyManager<String> {
    /** A bucket is kept so much longer than it takes to be full again. */
    private static final Duration KEPT = Duration.ofSeconds(10);

    private final Redis redis;
    private final ExpirationAfterWriteStrategy expiration =
            ExpirationAfterWriteStrategy.basedOnTimeForRefillingBucketUpToMax(KEPT);

    RedisBuckets(Redis redis) {
        super(ClientSideConfig.getDefault());
        this.redis = redis;
    }

    private CompletableFuture<@Nullable Response> send(Request request) {
        return redis.send(request).toCompletionStage().toCompletableFuture();
    }

    @Override
    protected AsyncCompareAndSwapOperation beginAsyncCompareAndSwapOperation(String key) {
        return new AsyncCompareAndSwapOperation() {
            @Override
            public CompletableFuture<Optional<byte[]>> getStateData(Optional<Long> timeoutNanos) {
                return send(Request.cmd(Command.GET).arg(key))
                        .thenApply(found -> Optional.ofNullable(found).map(Response::toBytes));
            }

            @Override
            public CompletableFuture<Boolean> compareAndSwap(
                    byte @Nullable [] before,
                    byte[] after,
                    RemoteBucketState state,
                    Optional<Long> timeoutNanos) {
                long millis = expiration.calculateTimeToLiveMillis(state, currentTimeNanos());
                Request script =
                        before == null
                                ? script(LuaScripts.SCRIPT_SET_NX_PX).arg(after).arg(millis)
                                : script(LuaScripts.SCRIPT_COMPARE_AND_SWAP_PX)
                                        .arg(before)
                                        .arg(after)
                                        .arg(millis);
                return send(script).thenApply(swapped -> swapped != null && swapped.toLong() == 1);
            }

            private Request script(String text) {
                return Request.cmd(Command.EVAL).arg(text).arg(1).arg(key);
            }
        };
    }

    @Override
    protected CompletableFuture<@Nullable Void> removeAsync(String key) {
        return send(Request.cmd(Command.DEL).arg(key)).thenApply(gone -> null);
    }

    @Override
    protected CompareAndSwapOperation beginCompareAndSwapOperation(String key) {
        throw new UnsupportedOperationException("Nobody waits for Redis");
    }

    @Override
    public void removeProxy(String key) {
        throw new UnsupportedOperationException("Nobody waits for Redis");
    }

    @Override
    public boolean isAsyncModeSupported() {
        return true;
    }

    @Override
    public boolean isExpireAfterWriteSupported() {
        return true;
    }
}
