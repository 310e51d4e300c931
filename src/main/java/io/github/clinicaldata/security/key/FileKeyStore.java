package io.github.clinicaldata.security.key;

import io.github.clinicaldata.config.GeneratorConfig;
import io.github.clinicaldata.security.file.SharedFile;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Keeps keys in a file that the server and the command line share. The server answers from memory
 * and looks once in a while whether the file has changed; a file that can't be read leaves the keys
 * as they were.
 */
@Singleton
public final class FileKeyStore implements KeyStore {
    private static final int VERSION = 1;

    private final SharedFile<Content> file;
    private volatile Index index = Index.of(Content.EMPTY);

    @Inject
    FileKeyStore(GeneratorConfig config) {
        this(config.security().keyFile());
    }

    FileKeyStore(Path path) {
        file = new SharedFile<>(path, "keys", Content.class, Content.EMPTY);
    }

    /** What the file holds. */
    record Content(int version, List<ApiKey> keys) {
        static final Content EMPTY = new Content(VERSION, List.of());
    }

    /** The keys of a content by their ids. */
    private record Index(Content of, Map<String, ApiKey> byId) {
        static Index of(Content content) {
            Map<String, ApiKey> byId = new LinkedHashMap<>();
            content.keys().forEach(key -> byId.put(key.id(), key));
            return new Index(content, byId);
        }
    }

    @Override
    public @Nullable ApiKey find(String id) {
        Content content = file.content();
        Index current = index;
        if (current.of() != content) {
            current = Index.of(content);
            index = current;
        }
        return current.byId().get(id);
    }

    @Override
    public List<ApiKey> all() {
        return List.copyOf(file.read().keys());
    }

    @Override
    public void add(ApiKey key) {
        file.update(
                before -> {
                    List<ApiKey> after = new ArrayList<>(before.keys());
                    after.add(key);
                    return new Content(VERSION, after);
                });
    }

    @Override
    public @Nullable ApiKey revoke(String id, Instant when) {
        if (all().stream().noneMatch(key -> key.id().equals(id))) {
            return null;
        }
        file.update(
                before ->
                        new Content(
                                VERSION,
                                before.keys().stream()
                                        .map(key -> key.id().equals(id) ? key.revokedAt(when) : key)
                                        .toList()));
        return find(id);
    }

    @Override
    public void refresh() {
        file.refresh();
    }
}
