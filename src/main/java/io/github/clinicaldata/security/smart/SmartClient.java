package io.github.clinicaldata.security.smart;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * A system that may ask for tokens.
 *
 * @param id names it, in its assertions too
 * @param name who it is, for people
 * @param created when, in UTC
 * @param keys its public keys, each as a JSON Web Key
 */
public record SmartClient(String id, String name, Instant created, List<Map<String, Object>> keys) {
    /** Copies the list. */
    public SmartClient {
        keys = List.copyOf(keys);
    }
}
