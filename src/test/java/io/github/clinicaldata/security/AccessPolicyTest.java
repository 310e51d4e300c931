package io.github.clinicaldata.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.clinicaldata.config.SecurityConfig;
import io.github.clinicaldata.support.Settings;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AccessPolicyTest {
    static SecurityConfig config(String... settings) {
        Map<String, String> given = new HashMap<>();
        for (int i = 0; i < settings.length; i += 2) {
            given.put("clinical.security." + settings[i], settings[i + 1]);
        }
        return Settings.of(given).security();
    }

    @Test
    void onLoopback_noKeysAreAsked_andNoQuotasHold() {
        AccessPolicy policy =
                new AccessPolicy(config(), List.of("127.0.0.1", "localhost", "::1", "127.8.9.1"));

        assertThat(policy.keysAsked()).isFalse();
        assertThat(policy.quotasHold()).isFalse();
        assertThat(policy.openHosts()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0", "::", "10.1.2.3", "no-such-host.invalid"})
    void whereOthersCanConnect_keysAreAsked(String host) {
        AccessPolicy policy = new AccessPolicy(config(), List.of("127.0.0.1", host));

        assertThat(policy.keysAsked()).isTrue();
        assertThat(policy.quotasHold()).isTrue();
        assertThat(policy.openHosts()).containsExactly(host);
    }

    @Test
    void whereOthersCanConnect_withoutKeys_theServerDoesNotStart() {
        assertThatThrownBy(() -> new AccessPolicy(config("enabled", "false"), List.of("0.0.0.0")))
                .hasMessageContaining("0.0.0.0")
                .hasMessageContaining("CLINICAL_SECURITY_ENABLED")
                .hasMessageContaining("CLINICAL_SECURITY_ALLOW_OPEN")
                .hasMessageContaining("QUARKUS_HTTP_HOST");
    }

    @Test
    void whoAllowsIt_runsOpen_withQuotas() {
        for (String enabled : new String[] {"auto", "false"}) {
            AccessPolicy policy =
                    new AccessPolicy(
                            config("enabled", enabled, "allow-open", "true"), List.of("0.0.0.0"));
            assertThat(policy.keysAsked()).isFalse();
            assertThat(policy.quotasHold()).isTrue();
        }
        assertThat(
                        new AccessPolicy(
                                        config("allow-open", "true", "quota.enabled", "false"),
                                        List.of("0.0.0.0"))
                                .quotasHold())
                .isFalse();
    }

    @Test
    void keys_mayBeAskedForOnLoopbackToo() {
        AccessPolicy policy = new AccessPolicy(config("enabled", "true"), List.of("127.0.0.1"));

        assertThat(policy.keysAsked()).isTrue();
        assertThat(policy.quotasHold()).isTrue();
    }

    @Test
    void commands_listenNowhere_andStartAnyway() {
        assertThat(new AccessPolicy(config("enabled", "false"), List.of()).keysAsked()).isFalse();
    }
}
