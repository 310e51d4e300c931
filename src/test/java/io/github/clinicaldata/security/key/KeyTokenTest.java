package io.github.clinicaldata.security.key;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;

class KeyTokenTest {
    @Test
    void token_isReadBackFromItsText() {
        KeyToken token = KeyToken.random();

        assertThat(token.text()).matches("cdg_[0-9A-Za-z]{12}_[0-9A-Za-z]{49}");
        assertThat(KeyToken.parse(token.text())).isEqualTo(token);
    }

    @Test
    void oneWrongCharacter_isNoticedWithoutTheStore() {
        String text = KeyToken.random().text();
        for (int i = KeyToken.PREFIX.length(); i < text.length(); i++) {
            char other = text.charAt(i) == 'x' ? 'y' : 'x';
            String mistyped = text.substring(0, i) + other + text.substring(i + 1);
            assertThat(KeyToken.parse(mistyped)).as(mistyped).isNull();
        }
    }

    @Test
    void otherShapes_areNoKeys() {
        String text = KeyToken.random().text();
        for (String other :
                new String[] {
                    "",
                    "cdg_",
                    text + "0",
                    text.substring(1),
                    " " + text,
                    text.toUpperCase(Locale.ROOT),
                    "Bearer " + text,
                    text + "\n",
                    "cdg_" + "é".repeat(62)
                }) {
            assertThat(KeyToken.parse(other)).as(other).isNull();
        }
    }

    @Test
    void tokens_differ_andAreNeverPrinted() {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < 1000; i++) {
            KeyToken token = KeyToken.random();
            assertThat(seen.add(token.id())).isTrue();
            assertThat(seen.add(token.secret())).isTrue();
            assertThat(token.toString()).doesNotContain(token.secret());
        }
    }

    @Test
    void hash_isSalted_andKnowsItsSecretOnly() {
        String secret = KeyToken.random().secret();
        SecretHash hash = SecretHash.of(secret);

        assertThat(hash.matches(secret)).isTrue();
        assertThat(hash.matches(secret + "x")).isFalse();
        assertThat(hash.matches("")).isFalse();
        assertThat(SecretHash.of(secret).hash()).isNotEqualTo(hash.hash());
        assertThat(hash.toString()).doesNotContain(hash.hash()).doesNotContain(hash.salt());
    }
}
