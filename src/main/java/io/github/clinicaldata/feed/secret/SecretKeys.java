package io.github.clinicaldata.feed.secret;

import io.github.clinicaldata.config.FeedsConfig;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The keys for secrets: that of the settings and those before it. Where the settings have none and
 * this server alone has the database, a key in a file of its own, which is made when it is first
 * needed.
 */
final class SecretKeys {
    private static final Logger LOG = Logger.getLogger(SecretKeys.class);
    private static final String SETTING = "CLINICAL_FEEDS_SECRET_KEY";

    private final @Nullable Path file;
    private final List<SecretKey> previous = new ArrayList<>();
    private @Nullable SecretKey current;

    /**
     * The keys of a server.
     *
     * @param embedded whether this server alone has the database
     * @throws IllegalStateException when a setting holds no key
     */
    SecretKeys(FeedsConfig config, boolean embedded) {
        current = config.secretKey().map(text -> SecretKey.read(text, SETTING)).orElse(null);
        config.previousSecretKeys()
                .orElse(List.of())
                .forEach(
                        text ->
                                previous.add(
                                        SecretKey.read(
                                                text, "CLINICAL_FEEDS_PREVIOUS_SECRET_KEYS")));
        file = embedded ? config.secretKeyFile() : null;
        if (current != null && file != null && Files.exists(file)) {
            // what was encrypted before the setting was there
            previous.add(inFile(file));
        }
    }

    private static SecretKey inFile(Path file) {
        try {
            return SecretKey.read(Files.readString(file), "The file " + file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether there is a key, or one can be made. */
    boolean areThere() {
        return current != null || file != null;
    }

    /** The key with which secrets are encrypted now; null when there is none. */
    synchronized @Nullable SecretKey current() {
        if (current == null && file != null) {
            current = Files.exists(file) ? inFile(file) : made(file);
        }
        return current;
    }

    /** Makes a file that only its owner reads; it is there whole or not at all. */
    private static SecretKey made(Path file) {
        try {
            Path directory = file.toAbsolutePath().getParent();
            if (directory == null) {
                throw new IOException(file + " is no file");
            }
            Files.createDirectories(directory);
            Path written = Files.createTempFile(directory, "feeds", ".key");
            Files.writeString(written, SecretKey.generate() + "\n", StandardOpenOption.SYNC);
            Files.move(written, file, StandardCopyOption.ATOMIC_MOVE);
            LOG.infof("Made %s, the key for secrets of feeds; without it they are lost", file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return inFile(file);
    }

    /** The key of a name, or null. */
    @Nullable SecretKey named(String name) {
        SecretKey now = current();
        if (now != null && now.name().equals(name)) {
            return now;
        }
        return previous.stream().filter(key -> key.name().equals(name)).findFirst().orElse(null);
    }
}
