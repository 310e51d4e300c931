package io.github.clinicaldata.transport.http;

import io.github.clinicaldata.security.smart.SmartConfiguration;
import io.github.clinicaldata.security.smart.SmartTokens;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Which methods each path takes, and which media types. The frameworks know it too, but say it for
 * a whole class of resources, or not at all. What is below {@code /fhir} tells of itself.
 */
final class PathMethods {
    /** The segment that stands for a kind. */
    static final String KIND = "{kind}";

    private static final Pattern MATRIX_PARAMETERS = Pattern.compile(";[^/]*");
    private static final String GET = "GET, HEAD";
    private static final String POST = "POST";
    private static final String GET_POST = "GET, HEAD, POST";
    private static final String BASE = "/api/v1";
    private static final String JSON = "application/json";
    private static final PathMediaTypes TAKING_JSON = PathMediaTypes.taking(JSON);

    /** The first one that fits is the path's, so those without variables come before others. */
    private static final List<Entry> ENTRIES = new ArrayList<>();

    static {
        add(GET, "/health", "/health/ready", "/health/live", "/health/jobs", "/q/metrics");
        add(POST, PathMediaTypes.taking("application/x-www-form-urlencoded"), SmartTokens.PATH);
        add(GET, SmartConfiguration.PATH);
        add(GET, BASE + "/kinds", BASE + "/kinds/{name}");
        add(GET, AuditResource.PATH);
        add(GET_POST, TAKING_JSON, KeysResource.PATH, SmartClientsResource.PATH);
        add("DELETE", KeysResource.PATH + "/{id}", SmartClientsResource.PATH + "/{id}");
        add(GET, BASE + "/jobs", "/downloads/{file}");
        add(GET, PathMediaTypes.offering("text/event-stream"), BASE + "/jobs/{id}/events");
        add(GET + ", DELETE", BASE + "/jobs/{id}");
        add(GET_POST, TAKING_JSON, BASE + "/feeds");
        add(
                GET + ", PATCH, DELETE",
                PathMediaTypes.taking(JSON, "application/merge-patch+json"),
                BASE + "/feeds/{id}");
        add(POST, BASE + "/feeds/{id}/pause", BASE + "/feeds/{id}/resume");
        add(POST, Hl7Resource.PATH);
        for (String base : List.of("", BASE)) {
            add(POST, base + "/edi/generate", base + "/edi/validate");
            add(GET, base + "/edi-documents", base + "/edi-documents/{set}");
            add(GET, base + "/members/csv");
        }
        add(POST, BASE + "/fhir/diagnostic-reports");
        String kind = BASE + "/" + KIND;
        add(POST, TAKING_JSON, kind + "/generate");
        add(GET, kind, kind + "/stream", kind + "/profile", kind + "/{id}");
        add(GET, kind + "/{id}/everything", kind + "/{id}/{relation}");
    }

    private PathMethods() {}

    /** A path and its methods. Immutable. */
    static final class Entry {
        private final String path;
        private final List<String> segments;
        private final String methods;
        private final PathMediaTypes mediaTypes;
        private final List<String> taken;

        /**
         * An entry.
         *
         * @param path with variables in braces
         * @param segments of the path
         * @param methods as the header {@code Allow} lists them
         * @param mediaTypes that it takes and offers
         */
        private Entry(
                String path, List<String> segments, String methods, PathMediaTypes mediaTypes) {
            this.path = path;
            this.mediaTypes = mediaTypes;
            this.segments = segments;
            this.methods = methods;
            taken = List.of(methods.split(", "));
        }

        /** The methods as the header {@code Allow} lists them. */
        String methods() {
            return methods;
        }

        /** The path, with variables in braces. */
        String path() {
            return path;
        }

        /** The media types that it takes and offers. */
        PathMediaTypes mediaTypes() {
            return mediaTypes;
        }

        /** Whether the path takes a method. */
        boolean takes(String method) {
            return taken.contains(method);
        }

        private boolean fits(List<String> given) {
            if (given.size() != segments.size()) {
                return false;
            }
            for (int i = 0; i < given.size(); i++) {
                if (!segments.get(i).startsWith("{") && !segments.get(i).equals(given.get(i))) {
                    return false;
                }
            }
            return true;
        }

        /** The name of the kind in a path that fits; nothing where the path is of no kind. */
        Optional<String> kind(String given) {
            int at = segments.indexOf(KIND);
            return at < 0 ? Optional.empty() : Optional.of(PathMethods.segments(given).get(at));
        }
    }

    private static void add(String methods, String... paths) {
        add(methods, PathMediaTypes.ANY, paths);
    }

    private static void add(String methods, PathMediaTypes mediaTypes, String... paths) {
        for (String path : paths) {
            ENTRIES.add(new Entry(path, segments(path), methods, mediaTypes));
        }
    }

    /** The segments of a path, as resources are found by them: without matrix parameters. */
    private static List<String> segments(String path) {
        String plain =
                path.indexOf(';') < 0 ? path : MATRIX_PARAMETERS.matcher(path).replaceAll("");
        List<String> segments = new ArrayList<>();
        for (String segment : plain.split("/")) {
            if (!segment.isEmpty()) {
                segments.add(segment);
            }
        }
        return segments;
    }

    /** All entries. */
    static List<Entry> all() {
        return List.copyOf(ENTRIES);
    }

    /** The entry of a path; nothing where there is none. */
    static Optional<Entry> of(String normalizedPath) {
        List<String> given = segments(normalizedPath);
        return ENTRIES.stream().filter(entry -> entry.fits(given)).findFirst();
    }
}
