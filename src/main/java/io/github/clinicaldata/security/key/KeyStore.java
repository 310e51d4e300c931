package io.github.clinicaldata.security.key;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Keeps keys. {@link #find} neither blocks nor reads; the others may. */
public interface KeyStore {
    /** The key with an id, or null. */
    @Nullable ApiKey find(String id);

    /** All keys, revoked and expired ones too, the oldest first. */
    List<ApiKey> all();

    /** Keeps a new key. */
    void add(ApiKey key);

    /** Revokes the key with an id; null when there is none. */
    @Nullable ApiKey revoke(String id, Instant when);

    /** Looks whether others have changed the keys. */
    void refresh();
}
