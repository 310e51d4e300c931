package io.github.clinicaldata.transport.http;

import io.github.clinicaldata.security.key.Scope;
import io.github.clinicaldata.security.smart.SmartConfiguration;
import io.github.clinicaldata.security.smart.SmartTokens;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a path needs: nothing, any key, or a key with a scope. A path that no rule knows needs a
 * key.
 */
final class PathRules {
    private static final String BELOW = "/*";
    private static final Pattern MATRIX_PARAMETERS = Pattern.compile(";[^/]*");
    private static final List<String> HEALTH =
            List.of("/health", "/health/*", "/q/health", "/q/health/*");

    private final Paths publicPaths;
    private final Paths health = new Paths(HEALTH);
    private final Paths admin =
            new Paths(List.of("/api/v1/admin", "/api/v1/admin/*", "/api/v1/audit"));
    private final Paths feeds = new Paths(List.of("/api/v1/feeds", "/api/v1/feeds/*"));
    private final Paths jobs =
            new Paths(List.of("/api/v1/jobs", "/api/v1/jobs/*", "/downloads/*", "/edi/generate"));
    private final Paths open =
            new Paths(
                    List.of(
                            SmartTokens.PATH,
                            SmartConfiguration.PATH,
                            "/fhir" + SmartConfiguration.PATH,
                            "/fhir/metadata"));
    private final Paths operations = new Paths(List.of("/q", "/q/*"));

    PathRules(List<String> publicPaths) {
        this.publicPaths = new Paths(publicPaths);
    }

    /** Some paths, and all below others. */
    private static final class Paths {
        private final Set<String> exact = new HashSet<>();
        private final List<String> prefixes = new ArrayList<>();

        Paths(List<String> patterns) {
            for (String pattern : patterns) {
                if (pattern.endsWith(BELOW)) {
                    prefixes.add(pattern.substring(0, pattern.length() - 1));
                } else {
                    exact.add(pattern);
                }
            }
        }

        boolean have(String path) {
            if (exact.contains(path)) {
                return true;
            }
            for (String prefix : prefixes) {
                if (path.startsWith(prefix)) {
                    return true;
                }
            }
            return false;
        }
    }

    /** Whether a path needs no key. */
    boolean isPublic(String normalizedPath) {
        return publicPaths.have(normalizedPath);
    }

    /** Whether whoever asks for a path is let in without a key, and told of. */
    boolean isOpen(String normalizedPath) {
        return isPublic(normalizedPath) || open.have(normalizedPath);
    }

    /** Whether a path tells whether the server works; probes are not counted. */
    boolean isHealth(String normalizedPath) {
        return health.have(normalizedPath);
    }

    /** The scope that a path needs; null where any key will do. */
    @Nullable Scope scope(String normalizedPath) {
        // resources are found without them, so a path with them must not need less
        String path =
                normalizedPath.indexOf(';') < 0
                        ? normalizedPath
                        : MATRIX_PARAMETERS.matcher(normalizedPath).replaceAll("");
        if (admin.have(path)) {
            return Scope.ADMIN;
        }
        if (feeds.have(path)) {
            return Scope.FEEDS;
        }
        if (jobs.have(path) || path.startsWith("/api/v1/") && path.endsWith("/generate")) {
            return Scope.JOBS;
        }
        return operations.have(path) ? null : Scope.STREAM;
    }
}
