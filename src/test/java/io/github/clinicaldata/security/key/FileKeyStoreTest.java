package io.github.clinicaldata.security.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.clinicaldata.security.file.SharedFileException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileKeyStoreTest {
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    @TempDir Path directory;
    private Path file;

    @BeforeEach
    void choose() {
        file = directory.resolve("data/keys.json");
    }

    private static ApiKey key(String id) {
        return new ApiKey(
                id, "of " + id, EnumSet.of(Scope.STREAM), NOW, null, null, SecretHash.of(id));
    }

    @Test
    void keys_areThereForTheNextProcess() {
        ApiKey key = key("a");
        new FileKeyStore(file).add(key);

        FileKeyStore next = new FileKeyStore(file);
        assertThat(next.all()).containsExactly(key);
        assertThat(next.find("a")).isEqualTo(key);
        assertThat(next.find("b")).isNull();
    }

    @Test
    void noFile_isNoKeys() {
        assertThat(new FileKeyStore(file).all()).isEmpty();
        assertThat(file).doesNotExist();
    }

    @Test
    void file_isForItsOwnerOnly_andHoldsNoSecret() throws IOException {
        ApiKeys keys = new ApiKeys(new FileKeyStore(file));
        String text = keys.create("Ann", List.of("stream"), null).text();
        KeyToken token = KeyToken.parse(text);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(token).isNotNull();
        assertThat(file).content().doesNotContain(token.secret()).contains(token.id(), "Ann");
    }

    @Test
    void change_byAnotherProcess_isSeenAfterARefresh() {
        FileKeyStore server = new FileKeyStore(file);
        server.refresh();
        FileKeyStore commandLine = new FileKeyStore(file);
        commandLine.add(key("a"));

        assertThat(server.find("a")).isNull();
        server.refresh();
        assertThat(server.find("a")).isNotNull();

        commandLine.revoke("a", NOW);
        server.refresh();
        assertThat(server.find("a"))
                .isNotNull()
                .satisfies(a -> assertThat(a.isGood(NOW)).isFalse());
    }

    @Test
    void revoking_twiceKeepsTheFirstTime_andNobodysKeyIsNull() {
        FileKeyStore store = new FileKeyStore(file);
        store.add(key("a"));

        assertThat(store.revoke("b", NOW)).isNull();
        assertThat(store.revoke("a", NOW)).isNotNull();
        ApiKey again = store.revoke("a", NOW.plusSeconds(5));
        assertThat(again).isNotNull().extracting(ApiKey::revoked).isEqualTo(NOW);
    }

    @Test
    void fileThatCannotBeRead_leavesTheServerItsKeys_andStopsTheCommandLine() throws IOException {
        FileKeyStore server = new FileKeyStore(file);
        server.add(key("a"));
        Files.writeString(file, "{broken");

        server.refresh();

        assertThat(server.find("a")).isNotNull();
        assertThatThrownBy(() -> new FileKeyStore(file).all())
                .isInstanceOf(SharedFileException.class)
                .hasMessageContaining(file.toString());
        assertThatThrownBy(() -> new FileKeyStore(file).add(key("b")))
                .isInstanceOf(SharedFileException.class);
        assertThat(file).hasContent("{broken");
    }

    @Test
    void manyWriters_loseNoKey() throws Exception {
        FileKeyStore store = new FileKeyStore(file);
        List<Callable<Void>> writers = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            String id = "k" + i;
            writers.add(
                    () -> {
                        store.add(key(id));
                        return null;
                    });
        }
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            for (Future<Void> written : threads.invokeAll(writers)) {
                written.get();
            }
        } finally {
            threads.shutdown();
        }

        assertThat(new FileKeyStore(file).all()).hasSize(20);
    }
}
