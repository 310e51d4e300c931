package io.github.clinicaldata.feed.target;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signs requests as Standard Webhooks has it: HMAC-SHA256 of the message's id, the time and the
 * body, so that receivers verify it with the libraries of that specification.
 */
final class Signature {
    private static final String ALGORITHM = "HmacSHA256";
    private static final String BASE64_PREFIX = "whsec_";
    private static final String VERSION = "v1,";
    private static final int SHORTEST = 16;

    private final SecretKeySpec key;

    /** Signs with a key. */
    Signature(String key) {
        this.key = new SecretKeySpec(bytes(key), ALGORITHM);
    }

    /** Whether a text is a key that is long enough. */
    static boolean isKey(String key) {
        try {
            return bytes(key).length >= SHORTEST;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static byte[] bytes(String key) {
        return key.startsWith(BASE64_PREFIX)
                ? Base64.getDecoder().decode(key.substring(BASE64_PREFIX.length()))
                : key.getBytes(StandardCharsets.UTF_8);
    }

    /**
     * The signature of a body.
     *
     * @param id of the message
     * @param seconds since 1970
     */
    String of(String id, long seconds, byte[] body, int length) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            mac.update((id + "." + seconds + ".").getBytes(StandardCharsets.UTF_8));
            mac.update(body, 0, length);
            return VERSION + Base64.getEncoder().encodeToString(mac.doFinal());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
