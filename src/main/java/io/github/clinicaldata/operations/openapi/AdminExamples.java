package io.github.clinicaldata.operations.openapi;

import io.github.clinicaldata.record.Population;
import jakarta.inject.Singleton;

/** Keys, clients and requests as the document shows them. */
@Singleton
final class AdminExamples {
    /** The id of the key that is shown. */
    static final String KEY_ID = "k7Qm2xVb";

    /** The id of the client that is shown. */
    static final String CLIENT_ID = "2c9e1f34-6b7a-4d58-8e0f-1a2b3c4d5e6f";

    private static final String KEY =
            """
            {"id": "k7Qm2xVb", "name": "nightly", "scopes": ["stream", "jobs"],
             "created": "2026-01-01T00:00:00Z", "expires": "2026-04-01T00:00:00Z"%s}
            """;

    private static final String CLIENT =
            """
            {"id": "2c9e1f34-6b7a-4d58-8e0f-1a2b3c4d5e6f", "name": "warehouse",
             "created": "2026-01-01T00:00:00Z", "jwks": %s}
            """;

    private static final String JWKS =
            """
            {"keys": [{"kty": "EC", "crv": "P-384", "kid": "warehouse-1",
             "x": "4RP3-ZLApT2kUclHNU9hOywn2GvJ7EB679EMLc706PP8lSBY5OcY_dy7CH5F4rmg",
             "y": "-MhNOkhz38h7zbmIpMaY_0zpTEaRCSC5t_ZuFRWEakfQXvH0avylqTfa14NE1hHB"}]}
            """;

    private final Examples examples;

    AdminExamples(Examples examples) {
        this.examples = examples;
    }

    private Object data(String text) {
        return examples.envelope(examples.parse(text));
    }

    /** The body of a request for a key. */
    Object newKey() {
        return examples.parse(
                """
                {"name": "nightly", "scopes": ["stream", "jobs"], "expires_in": "90d"}
                """);
    }

    /** The answer with a new key. */
    Object madeKey() {
        return data(KEY.formatted(", \"key\": \"the whole key, shown once\""));
    }

    /** The answer about a key that was revoked. */
    Object revokedKey() {
        return data(KEY.formatted(", \"revoked\": \"2026-02-01T00:00:00Z\""));
    }

    /** All keys. */
    Object keys() {
        return data("{\"keys\": [" + KEY.formatted("") + "]}");
    }

    /** The body of a request for a client. */
    Object newClient() {
        return examples.parse("{\"name\": \"warehouse\", \"jwks\": " + JWKS + "}");
    }

    /** The answer about a client. */
    Object client() {
        return data(CLIENT.formatted(JWKS));
    }

    /** All clients. */
    Object clients() {
        return data("{\"clients\": [" + CLIENT.formatted(JWKS) + "]}");
    }

    /** A page of the audit log. */
    Object audit() {
        return data(
                """
                {"events": [{"id": "8d3b6f20-5c1e-4a97-b2d4-7e6f5a4b3c2d",
                 "time": "2026-01-01T00:00:00Z", "request_id": "example-1", "transport": "http",
                 "key": "k7Qm2xVb", "key_name": "nightly", "address": "192.0.2.7",
                 "method": "GET", "path": "/api/v1/members/stream", "query": "count=100",
                 "population": "seed=42;epoch=2026-01-01;as_of=2026-01-01;data_version=%d",
                 "range": "members 0-99", "records": 100, "bytes": 51200, "milliseconds": 12,
                 "status": "200", "outcome": "complete"}],
                 "next_cursor": "%s"}
                """
                        .formatted(Population.DATA_VERSION, JobExamples.CURSOR));
    }
}
