package io.github.clinicaldata.security;

import io.github.clinicaldata.work.WorkLog;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Names requests. */
public final class RequestId {
    /** The header of HTTP and the metadata of gRPC, and in lower case the word in logs. */
    public static final String HEADER = "X-Request-ID";

    /** What log formats call it. */
    public static final String IN_LOGS = WorkLog.REQUEST_ID;

    private static final int LONGEST = 128;

    private RequestId() {}

    /**
     * The id of a request: the client's where it has 1 to 128 letters, digits, hyphens, underscores
     * and dots, else a new one.
     */
    public static String of(@Nullable String given) {
        return given != null && isPlain(given) ? given : UUID.randomUUID().toString();
    }

    private static boolean isPlain(String id) {
        if (id.isEmpty() || id.length() > LONGEST) {
            return false;
        }
        for (int i = 0; i < id.length(); i++) {
            char c = id.charAt(i);
            boolean plain =
                    c >= '0' && c <= '9'
                            || c >= 'A' && c <= 'Z'
                            || c >= 'a' && c <= 'z'
                            || c == '-'
                            || c == '_'
                            || c == '.';
            if (!plain) {
                return false;
            }
        }
        return true;
    }
}
