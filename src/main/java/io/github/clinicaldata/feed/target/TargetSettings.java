package io.github.clinicaldata.feed.target;

import io.github.clinicaldata.plan.PlanRejected;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a client says of a target, by the names of its fields; those of an object inside as {@code
 * headers.X-Tenant}.
 *
 * @param values in the order of their names
 */
public record TargetSettings(Map<String, String> values) {
    /** What stands for a secret wherever it would be shown. */
    public static final String TAKEN_OUT = "***";

    /** Keeps a copy in the order of the names. */
    public TargetSettings {
        values = Collections.unmodifiableMap(new TreeMap<>(values));
    }

    /** The value of a field, or null. */
    public @Nullable String get(String name) {
        return values.get(name);
    }

    /**
     * The value of a field that was checked to be there.
     *
     * @throws IllegalStateException when it is not
     */
    public String required(String name) {
        String value = values.get(name);
        if (value == null) {
            throw new IllegalStateException("No " + name);
        }
        return value;
    }

    /** The values inside of an object, by their names there. */
    public Map<String, String> inside(String object) {
        Map<String, String> inside = new LinkedHashMap<>();
        String prefix = object + ".";
        values.forEach(
                (name, value) -> {
                    if (name.startsWith(prefix)) {
                        inside.put(name.substring(prefix.length()), value);
                    }
                });
        return inside;
    }

    /** These with other values for some. */
    public TargetSettings with(Map<String, String> others) {
        Map<String, String> all = new TreeMap<>(values);
        all.putAll(others);
        return new TargetSettings(all);
    }

    /**
     * Checks that of a user and a password there are both or none.
     *
     * @throws PlanRejected when there is one
     */
    void checkCredentials(String user, String password) {
        if ((get(user) == null) != (get(password) == null)) {
            throw refused(user, "and " + password + " go together");
        }
    }

    /** A refusal that names a field of a target as clients do. */
    static PlanRejected refused(String field, String issue) {
        return new PlanRejected.InvalidValue("target." + field, issue);
    }

    /** Does not tell the values, among which secrets may be. */
    @Override
    public String toString() {
        return "TargetSettings" + values.keySet();
    }
}
