package io.github.clinicaldata.security.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.clinicaldata.security.key.KeyToken;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RedactionTest {
    @ParameterizedTest
    @CsvSource({
        "count=5&state=CA, count=5&state=CA",
        "api_key=abc&count=5, api_key=***&count=5",
        "X-Api-Key=abc, X-Api-Key=***",
        "PASSWORD=a=b, PASSWORD=***",
        "access_token=a&access_token=b, access_token=***&access_token=***",
        "token, token",
        "a&b=&=c, a&b=&=c"
    })
    void secrets_areTakenOutOfQueries(String query, String kept) {
        assertThat(Redaction.query(query)).isEqualTo(kept);
    }

    @Test
    void keys_areTakenOutWhereverTheyStand() {
        String key = KeyToken.random().text();
        assertThat(Redaction.query("q=" + key + "&n=1")).isEqualTo("q=***&n=1");
        assertThat(Redaction.query(key)).isEqualTo("***");
        assertThat(Redaction.text("/api/" + key + "/x")).isEqualTo("/api/***/x");
        assertThat(Redaction.query(null)).isNull();
        assertThat(Redaction.query("")).isNull();
    }

    @Test
    void longQueries_areCut() {
        assertThat(Redaction.query("a=" + "b".repeat(100_000))).hasSizeLessThan(2100);
    }
}
