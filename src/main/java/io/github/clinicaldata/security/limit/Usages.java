package io.github.clinicaldata.security.limit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;

/**
 * The use of all clients with the same quota. A client that was not seen for two minutes has all of
 * its quota again and is forgotten, unless its streams run; so is the longest unused when there are
 * too many.
 */
public final class Usages {
    private static final Duration FORGOTTEN_AFTER = Duration.ofMinutes(2);

    private final Quota quota;
    private final String policy;
    private final String kind;
    private final @Nullable SharedLedger ledger;
    private final Cache<String, Usage> recent;
    private final ConcurrentMap<String, Usage> streaming = new ConcurrentHashMap<>();

    /**
     * Nobody has had anything.
     *
     * @param quota what each client may have
     * @param most how many clients are remembered
     */
    public Usages(Quota quota, long most) {
        this(quota, most, "", null);
    }

    /**
     * Nobody has had anything here.
     *
     * @param quota what each client may have, on all servers with the same ledger together
     * @param most how many clients are remembered
     * @param kind of clients, as the ledger names it
     * @param ledger what all servers know; null for this one alone
     */
    public Usages(Quota quota, long most, String kind, @Nullable SharedLedger ledger) {
        this.quota = quota;
        this.kind = kind;
        this.ledger = ledger;
        policy = Usage.policy(quota);
        recent = Caffeine.newBuilder().expireAfterAccess(FORGOTTEN_AFTER).maximumSize(most).build();
    }

    /** What each client may have. */
    public Quota quota() {
        return quota;
    }

    /** The use of a client. */
    public Usage of(String client) {
        return recent.get(
                client,
                name -> {
                    Usage held = streaming.get(name);
                    return held == null ? unused(name) : held;
                });
    }

    private Usage unused(String client) {
        return ledger == null
                ? new Usage(quota, policy)
                : new Usage(quota, policy, ledger, kind + ":" + client);
    }

    /** Takes one of a client's streams; null when all are taken. */
    public @Nullable Usage openStream(String client) {
        Usage recently = of(client);
        boolean[] opened = new boolean[1];
        Usage usage =
                streaming.compute(
                        client,
                        (name, held) -> {
                            Usage current = held == null ? recently : held;
                            opened[0] = current.openStream();
                            return current;
                        });
        return opened[0] ? usage : null;
    }

    /** Gives a stream back. */
    public void closeStream(String client) {
        streaming.computeIfPresent(client, (name, held) -> held.closeStream() ? null : held);
    }

    /** How many clients have streams. */
    int streamingClients() {
        return streaming.size();
    }

    /** How many clients are remembered. */
    long remembered() {
        recent.cleanUp();
        return recent.estimatedSize();
    }
}
