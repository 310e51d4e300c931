package io.github.clinicaldata.feed.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.clinicaldata.config.FeedsConfig;
import io.github.clinicaldata.support.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretKeysTest {
    private static final UUID FEED = UUID.randomUUID();
    private static final Map<String, String> SECRETS = Map.of("signing_key", "hush");

    @TempDir Path directory;

    private FeedsConfig config(Map<String, String> more) {
        Map<String, String> settings = new java.util.HashMap<>(more);
        settings.put("clinical.feeds.secret-key-file", file().toString());
        return Settings.of(settings).feeds();
    }

    private Path file() {
        return directory.resolve("data").resolve("feeds.key");
    }

    @Test
    void serverThatAloneHasItsDatabase_makesAKeyOnce_thatOnlyItsOwnerReads() throws IOException {
        FeedSecrets first = new FeedSecrets(config(Map.of()), true);
        assertThat(file()).doesNotExist();
        Map<String, String> kept = first.sealed(FEED, SECRETS);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
                .isEqualTo("rw-------");
        assertThat(new FeedSecrets(config(Map.of()), true).opened(FEED, kept)).isEqualTo(SECRETS);
    }

    @Test
    void keyOfTheSettings_goesBeforeTheFile_whichStillOpensWhatItEncrypted() {
        Map<String, String> kept = new FeedSecrets(config(Map.of()), true).sealed(FEED, SECRETS);
        FeedSecrets next =
                new FeedSecrets(
                        config(Map.of("clinical.feeds.secret-key", SecretKey.generate())), true);

        assertThat(next.opened(FEED, kept)).isEqualTo(SECRETS);
        assertThat(next.areStale(kept)).isTrue();
    }

    @Test
    void serverThatSharesItsDatabase_makesNoKey() {
        FeedSecrets secrets = new FeedSecrets(config(Map.of()), false);

        assertThat(secrets.canBeKept()).isFalse();
        assertThat(secrets.sealed(FEED, Map.of())).isEmpty();
        assertThat(file()).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {"hush", "c2hvcnQ=", "not base64 at all!"})
    void otherTexts_stopTheStart_byTheNameOfTheSetting_andAreNotRepeated(String text) {
        assertThatThrownBy(
                        () ->
                                new FeedSecrets(
                                        config(Map.of("clinical.feeds.secret-key", text)), true))
                .hasMessageContaining("CLINICAL_FEEDS_SECRET_KEY")
                .hasMessageNotContaining(text);
    }
}
