package io.github.clinicaldata.transport.http;

import io.github.clinicaldata.plan.PlanRejected;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The header under which a request counts once. */
public final class IdempotencyKey {
    /** The header. */
    public static final String HEADER = "Idempotency-Key";

    private static final Pattern KEY = Pattern.compile("[!-~]{1,255}");

    private IdempotencyKey() {}

    /**
     * Checks a key, if there is one.
     *
     * @throws PlanRejected.InvalidValue when it is too long or not plain
     */
    public static void check(@Nullable String key) {
        if (key != null && !KEY.matcher(key).matches()) {
            throw new PlanRejected.InvalidValue(
                    HEADER, "must be 1 to 255 characters of ASCII without spaces");
        }
    }
}
