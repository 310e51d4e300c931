package io.github.clinicaldata.security.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.clinicaldata.plan.FieldProblem;
import io.github.clinicaldata.plan.PlanRejected;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ApiKeysTest {
    @TempDir Path directory;
    private ApiKeys keys;

    @BeforeEach
    void open() {
        keys = new ApiKeys(new FileKeyStore(directory.resolve("keys.json")));
    }

    @Test
    void madeKey_isRecognized_untilItIsRevoked() {
        ApiKeys.Made made = keys.create(" Ann ", List.of("stream", "admin"), "90d");

        assertThat(keys.recognize(made.text())).isEqualTo(made.key());
        assertThat(made.key().name()).isEqualTo("Ann");
        assertThat(made.key().scopes()).containsExactly(Scope.STREAM, Scope.ADMIN);
        assertThat(made.key().expires())
                .isEqualTo(made.key().created().plusSeconds(90L * 24 * 3600));
        assertThat(made.toString()).doesNotContain(made.text());

        keys.revoke(made.key().id());
        assertThat(keys.recognize(made.text())).isNull();
        assertThat(keys.anyGood()).isFalse();
    }

    @Test
    void keyOfARightId_andAWrongSecret_isNobodys() {
        ApiKeys.Made made = keys.create("Ann", List.of("stream"), null);
        String forged = new KeyToken(made.key().id(), KeyToken.random().secret()).text();

        assertThat(KeyToken.parse(forged)).isNotNull();
        assertThat(keys.recognize(forged)).isNull();
        assertThat(keys.recognize(KeyToken.random().text())).isNull();
        assertThat(keys.recognize("")).isNull();
    }

    @Test
    void expiredKey_opensNothing() throws InterruptedException {
        ApiKeys.Made made = keys.create("Ann", List.of("stream"), "1s");
        Thread.sleep(2000);

        assertThat(keys.recognize(made.text())).isNull();
    }

    @Test
    void everyMistake_isToldAtOnce() {
        assertThatThrownBy(() -> keys.create("", List.of("stream", "root"), "soon"))
                .isInstanceOfSatisfying(
                        PlanRejected.InvalidValue.class,
                        rejected ->
                                assertThat(rejected.problems())
                                        .extracting(FieldProblem::field)
                                        .containsExactly("name", "scopes", "expires_in"));
        assertThatThrownBy(() -> keys.create("a\nb", List.of(), "-5s"))
                .hasMessageContaining("printable")
                .hasMessageContaining("stream, jobs, feeds, admin")
                .hasMessageContaining("-5s");
        assertThat(keys.all()).isEmpty();
    }

    @Test
    void unknownId_isNotFound() {
        assertThatThrownBy(() -> keys.revoke("nobody")).isInstanceOf(PlanRejected.NotFound.class);
    }
}
