package io.github.clinicaldata.security.smart;

import io.github.clinicaldata.config.GeneratorConfig;
import io.github.clinicaldata.plan.PlanRejected;
import io.github.clinicaldata.security.file.SharedFile;
import io.github.clinicaldata.security.key.KeyToken;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The systems that may ask for tokens, in a file. */
@Singleton
public final class SmartClients {
    private static final int VERSION = 1;
    private static final int LONGEST_NAME = 100;

    private final SharedFile<Content> file;

    @Inject
    SmartClients(GeneratorConfig config) {
        this(config.security().smart().clientFile());
    }

    SmartClients(Path path) {
        file = new SharedFile<>(path, "clients", Content.class, Content.EMPTY);
    }

    /** What the file holds. */
    record Content(int version, List<SmartClient> clients) {
        static final Content EMPTY = new Content(VERSION, List.of());
    }

    /**
     * Registers a client.
     *
     * @param name who it is, 1 to 100 printable characters
     * @param jwks its public keys, a JSON Web Key Set
     * @throws PlanRejected with what is wrong, by field
     */
    public SmartClient register(@Nullable String name, @Nullable Map<String, Object> jwks) {
        if (name == null
                || name.isBlank()
                || name.length() > LONGEST_NAME
                || name.chars().anyMatch(Character::isISOControl)) {
            throw new PlanRejected.InvalidValue(
                    "name", "must be 1 to " + LONGEST_NAME + " printable characters");
        }
        SmartClient client =
                new SmartClient(
                        KeyToken.random().id(),
                        name.strip(),
                        Instant.now().truncatedTo(ChronoUnit.SECONDS),
                        ClientKeys.checked(jwks));
        file.update(
                before -> {
                    List<SmartClient> after = new ArrayList<>(before.clients());
                    after.add(client);
                    return new Content(VERSION, after);
                });
        return client;
    }

    /** All clients, the oldest first. */
    public List<SmartClient> all() {
        return file.read().clients();
    }

    /**
     * Removes a client; its tokens are good for nothing from now on.
     *
     * @throws PlanRejected.NotFound when there is none with the id
     */
    public SmartClient remove(String id) {
        file.read();
        SmartClient removed = find(id);
        if (removed == null) {
            throw new PlanRejected.NotFound("id", "There is no client with the id \"" + id + "\"");
        }
        file.update(
                before ->
                        new Content(
                                VERSION,
                                before.clients().stream()
                                        .filter(client -> !client.id().equals(id))
                                        .toList()));
        return removed;
    }

    /** The client with an id, or null. Does not block. */
    public @Nullable SmartClient find(String id) {
        for (SmartClient client : file.content().clients()) {
            if (client.id().equals(id)) {
                return client;
            }
        }
        return null;
    }

    /** Looks whether another process has changed the clients. */
    public void refresh() {
        file.refresh();
    }
}
