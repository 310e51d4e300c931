package io.github.clinicaldata.security.key;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * A key as its owner holds it: {@code cdg_<id>_<secret><checksum>}, all in base 62. Scanners for
 * leaked secrets find it by its beginning, and the checksum tells a mistyped key without a look
 * into the store.
 *
 * @param id 12 characters; names the key and is no secret
 * @param secret 43 characters, 256 random bits
 */
public record KeyToken(String id, String secret) {
    /** What every key begins with. */
    public static final String PREFIX = "cdg_";

    /** Anything that looks like a key, mistyped or not, to be kept out of logs. */
    public static final Pattern LOOKS_LIKE_A_KEY = Pattern.compile("cdg_[0-9A-Za-z_]+");

    private static final String DIGITS =
            "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private static final int ID_LENGTH = 12;
    private static final int SECRET_LENGTH = 43;
    private static final int CHECKSUM_LENGTH = 6;
    private static final Pattern SHAPE =
            Pattern.compile("cdg_([0-9A-Za-z]{12})_([0-9A-Za-z]{43})([0-9A-Za-z]{6})");
    private static final SecureRandom RANDOM = new SecureRandom();

    /** A new one. */
    public static KeyToken random() {
        return new KeyToken(digits(ID_LENGTH), digits(SECRET_LENGTH));
    }

    private static String digits(int length) {
        StringBuilder text = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            text.append(DIGITS.charAt(RANDOM.nextInt(DIGITS.length())));
        }
        return text.toString();
    }

    /** Reads what a client gives; null when it is no key, or a mistyped one. */
    public static @Nullable KeyToken parse(String text) {
        Matcher parts = SHAPE.matcher(text);
        if (!parts.matches()) {
            return null;
        }
        KeyToken token = new KeyToken(parts.group(1), parts.group(2));
        return token.checksum().equals(parts.group(3)) ? token : null;
    }

    /** The whole key, to be shown once. */
    public String text() {
        return PREFIX + id + "_" + secret + checksum();
    }

    private String checksum() {
        CRC32 crc = new CRC32();
        crc.update((id + "_" + secret).getBytes(StandardCharsets.US_ASCII));
        long rest = crc.getValue();
        char[] text = new char[CHECKSUM_LENGTH];
        for (int i = CHECKSUM_LENGTH - 1; i >= 0; i--) {
            text[i] = DIGITS.charAt((int) (rest % DIGITS.length()));
            rest /= DIGITS.length();
        }
        return new String(text);
    }

    /** Without the secret. */
    @Override
    public String toString() {
        return PREFIX + id;
    }
}
