package io.github.clinicaldata.security.audit;

import io.github.clinicaldata.security.key.KeyToken;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Takes out of queries and paths what may be a secret, wherever a client has put it. */
public final class Redaction {
    private static final Pattern SECRET_NAME =
            Pattern.compile("key|token|secret|passw|credential|authorization|signature");
    private static final String TAKEN_OUT = "***";
    private static final int LONGEST = 2000;

    private Redaction() {}

    /** A query without the values of parameters whose names tell of a secret. */
    public static @Nullable String query(@Nullable String query) {
        if (query == null || query.isEmpty()) {
            return null;
        }
        StringBuilder kept = new StringBuilder(query.length());
        for (String parameter : text(query).split("&", -1)) {
            int equals = parameter.indexOf('=');
            String name = equals < 0 ? parameter : parameter.substring(0, equals);
            boolean secret = SECRET_NAME.matcher(name.toLowerCase(Locale.ROOT)).find();
            kept.append(kept.isEmpty() ? "" : "&");
            kept.append(secret && equals >= 0 ? name + "=" + TAKEN_OUT : parameter);
        }
        return kept.toString();
    }

    /** A text without keys of ours, and not longer than a line should be. */
    public static String text(String text) {
        String kept = text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
        return kept.contains(KeyToken.PREFIX)
                ? KeyToken.LOOKS_LIKE_A_KEY.matcher(kept).replaceAll(TAKEN_OUT)
                : kept;
    }
}
