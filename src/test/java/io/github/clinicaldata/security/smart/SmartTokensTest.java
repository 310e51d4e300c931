package io.github.clinicaldata.security.smart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import io.github.clinicaldata.config.SmartConfig;
import io.github.clinicaldata.support.Settings;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SmartTokensTest {
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final Duration LIFETIME = Duration.ofMinutes(5);
    private static final String URL = "https://data.example.org/auth/token";

    @TempDir Path directory;
    private SmartClients clients;
    private SmartClient client;

    @BeforeEach
    void register() throws JOSEException {
        clients = new SmartClients(directory.resolve("clients.json"));
        client =
                clients.register(
                        "Bulk client",
                        new JWKSet(
                                        new ECKeyGenerator(Curve.P_384)
                                                .keyID("a")
                                                .generate()
                                                .toPublicJWK())
                                .toJSONObject());
    }

    private AccessTokens tokens(String secret, String issuer) {
        return new AccessTokens(
                secret.repeat(32).getBytes(StandardCharsets.UTF_8), issuer, clients);
    }

    private static SmartConfig config(String... settings) {
        Map<String, String> given = new HashMap<>();
        for (int i = 0; i < settings.length; i += 2) {
            given.put("clinical.security.smart." + settings[i], settings[i + 1]);
        }
        return Settings.of(given).security().smart();
    }

    @Test
    void token_isGoodUntilItExpires() {
        AccessTokens tokens = tokens("a", URL);
        String text = tokens.issue(client, "system/*.read", NOW, LIFETIME);

        assertThat(tokens.recognize(text, NOW)).isNotNull();
        assertThat(tokens.recognize(text, NOW.plus(LIFETIME).minusSeconds(1))).isNotNull();
        assertThat(tokens.recognize(text, NOW.plus(LIFETIME))).isNull();
    }

    @Test
    void token_isGoodOnServersWithTheSameSecret_andOnNoOthers() {
        String text = tokens("a", URL).issue(client, "system/*.read", NOW, LIFETIME);

        assertThat(tokens("a", URL).recognize(text, NOW)).isNotNull();
        assertThat(tokens("b", URL).recognize(text, NOW)).isNull();
        assertThat(tokens("a", "https://other.example.org/auth/token").recognize(text, NOW))
                .isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "eyJ", "eyJ.eyJ.eyJ", "eyJhbGciOiJub25lIn0.e30.", "cdg_a_b"})
    void otherTexts_areNoTokens(String text) {
        assertThat(tokens("a", URL).recognize(text, NOW)).isNull();
    }

    @Test
    void clients_areThereForTheNextProcess_andThoseRemovedAreNot() {
        SmartClients next = new SmartClients(directory.resolve("clients.json"));
        next.refresh();
        assertThat(next.find(client.id())).isEqualTo(client);

        next.remove(client.id());
        clients.refresh();
        assertThat(clients.find(client.id())).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "data.example.org/auth/token",
                "ftp://data.example.org/auth/token",
                "https://data.example.org/token",
                "https://data.example.org/auth/token?a=b",
                "https:///auth/token"
            })
    void otherUrls_stopTheStart_byTheNameOfTheSetting(String url) {
        SmartConfig config = config("token-url", url);
        assertThatThrownBy(() -> new SmartTokens(config, clients, null))
                .hasMessageContaining("CLINICAL_SECURITY_SMART_TOKEN_URL");
    }

    @Test
    void shortSecrets_stopTheStart_andAreNotRepeated() {
        SmartConfig config = config("token-url", URL, "token-secret", "too short");
        assertThatThrownBy(() -> new SmartTokens(config, clients, null))
                .hasMessageContaining("CLINICAL_SECURITY_SMART_TOKEN_SECRET")
                .hasMessageNotContaining("too short");
    }

    @Test
    void withoutAUrl_noTokensAreGivenOrTaken() {
        SmartTokens off = new SmartTokens(config(), clients, null);
        assertThat(off.url()).isEmpty();
        assertThat(off.recognize(tokens("a", URL).issue(client, "s", NOW, LIFETIME))).isNull();
    }
}
