package io.github.clinicaldata.security.key;

import io.github.clinicaldata.config.GeneratorConfig;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Keeps keys in a file that the server and the command line share. The server answers from memory
 * and looks once in a while whether the file has changed; a file that can't be read leaves the keys
 * as they were.
 */
@Singleton
public final class FileKeyStore implements KeyStore {
    private static final Logger LOG = Logger.getLogger(FileKeyStore.class);

    private final KeyFile file;
    private volatile Map<String, ApiKey> keys = Map.of();
    private KeyFile.@Nullable Stamp stamp;
    private boolean broken;

    @Inject
    FileKeyStore(GeneratorConfig config) {
        this(config.security().keyFile());
    }

    FileKeyStore(Path path) {
        file = new KeyFile(path);
    }

    @Override
    public @Nullable ApiKey find(String id) {
        return keys.get(id);
    }

    @Override
    public synchronized List<ApiKey> all() {
        try {
            load();
        } catch (IOException e) {
            throw failed("read", e);
        }
        return List.copyOf(keys.values());
    }

    @Override
    public void add(ApiKey key) {
        update(
                before -> {
                    List<ApiKey> after = new ArrayList<>(before);
                    after.add(key);
                    return after;
                });
    }

    @Override
    public @Nullable ApiKey revoke(String id, Instant when) {
        if (all().stream().noneMatch(key -> key.id().equals(id))) {
            return null;
        }
        update(
                before ->
                        before.stream()
                                .map(key -> key.id().equals(id) ? key.revokedAt(when) : key)
                                .toList());
        return keys.get(id);
    }

    private synchronized void update(UnaryOperator<List<ApiKey>> change) {
        try {
            hold(file.update(change));
            stamp = file.stamp();
        } catch (IOException e) {
            throw failed("written", e);
        }
    }

    @Override
    public synchronized void refresh() {
        try {
            if (!Objects.equals(stamp, file.stamp())) {
                load();
                LOG.infof("Read %d keys of %s", keys.size(), file);
            }
            broken = false;
        } catch (IOException e) {
            if (!broken) {
                LOG.errorf("The keys stay as they were: %s", failed("read", e).getMessage());
            }
            broken = true;
        }
    }

    private void load() throws IOException {
        KeyFile.Stamp before = file.stamp();
        hold(file.read());
        stamp = before;
    }

    private void hold(List<ApiKey> read) {
        Map<String, ApiKey> byId = new LinkedHashMap<>();
        read.forEach(key -> byId.put(key.id(), key));
        keys = byId;
    }

    private KeyStoreException failed(String what, IOException cause) {
        return new KeyStoreException(
                "The keys of %s can't be %s: %s".formatted(file, what, cause.getMessage()), cause);
    }
}
