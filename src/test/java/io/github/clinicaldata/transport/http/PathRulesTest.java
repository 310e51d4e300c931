package io.github.clinicaldata.transport.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.clinicaldata.security.key.Scope;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PathRulesTest {
    private final PathRules rules = new PathRules(List.of("/", "/health/*", "/q/openapi"));

    @ParameterizedTest
    @CsvSource({
        "/api/v1/members/stream, STREAM",
        "/api/v1/members, STREAM",
        "/members/csv, STREAM",
        "/anything/else, STREAM",
        "/api/v1/members/generate, JOBS",
        "/api/v1/jobs, JOBS",
        "/api/v1/jobs/7/events, JOBS",
        "/downloads/x.csv, JOBS",
        "/api/v1/feeds, FEEDS",
        "/api/v1/feeds/3, FEEDS",
        "/api/v1/admin/keys, ADMIN",
        "/api/v1/admin, ADMIN",
        "/api/v1/admin;a=b/keys, ADMIN",
        "/api/v1/admin/keys;x, ADMIN",
        "/api/v1/audit, ADMIN",
        "/api/v1/audit;x, ADMIN",
        "/api/v1/feeds;x, FEEDS",
        "/q/metrics,",
        "/q/info,"
    })
    void path_needsItsScope(String path, @Nullable Scope scope) {
        assertThat(rules.scope(path)).isEqualTo(scope);
        assertThat(rules.isPublic(path)).isFalse();
    }

    @Test
    void publicPaths_areThoseOfTheSettings_andNoneThatBeginsLikeThem() {
        assertThat(List.of("/", "/health/live", "/q/openapi")).allMatch(rules::isPublic);
        assertThat(List.of("/health", "/healthy", "/q/openapi/x", "/q", "//"))
                .noneMatch(rules::isPublic);
    }
}
