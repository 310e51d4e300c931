package io.github.clinicaldata.feed.secret;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.spec.SecretKeySpec;

/** A key of AES-256, and the name by which what it encrypted is known. */
final class SecretKey {
    private static final int BYTES = 32;
    private static final int NAME_BYTES = 4;

    private final SecretKeySpec key;
    private final String name;

    private SecretKey(byte[] bytes) {
        key = new SecretKeySpec(bytes, "AES");
        try {
            // of 2^256 keys, so that nothing is learned of one from 32 bits of its digest
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
            name = HexFormat.of().formatHex(digest, 0, NAME_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * Reads a key; its text is not repeated when it is none.
     *
     * @param text 32 bytes in base64
     * @param setting where it comes from, to be named
     */
    static SecretKey read(String text, String setting) {
        try {
            byte[] bytes = Base64.getDecoder().decode(text.strip());
            if (bytes.length == BYTES) {
                return new SecretKey(bytes);
            }
        } catch (IllegalArgumentException e) {
            // said below
        }
        throw new IllegalStateException(
                setting + " must be 32 random bytes in base64, as openssl rand -base64 32 gives");
    }

    /** The text of a new key. */
    static String generate() {
        byte[] bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        return Base64.getEncoder().encodeToString(bytes);
    }

    SecretKeySpec key() {
        return key;
    }

    /** The name, which may be shown. */
    String name() {
        return name;
    }

    @Override
    public String toString() {
        return "key " + name;
    }
}
