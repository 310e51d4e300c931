package io.github.clinicaldata.security.key;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * What is kept of a secret: SHA-256 over a salt of its own and the secret. A slow hash protects
 * what people can guess; these secrets have 256 random bits (ADR 14).
 *
 * @param salt 16 bytes, in base 64
 * @param hash 32 bytes, in base 64
 */
public record SecretHash(String salt, String hash) {
    private static final int SALT_BYTES = 16;
    private static final SecureRandom RANDOM = new SecureRandom();

    /** Hashes a secret with a new salt. */
    public static SecretHash of(String secret) {
        byte[] salt = new byte[SALT_BYTES];
        RANDOM.nextBytes(salt);
        Base64.Encoder base64 = Base64.getEncoder();
        return new SecretHash(
                base64.encodeToString(salt), base64.encodeToString(digest(salt, secret)));
    }

    /** Whether it is the hash of a secret, in a time that does not depend on how much agrees. */
    public boolean matches(String secret) {
        Base64.Decoder base64 = Base64.getDecoder();
        return MessageDigest.isEqual(base64.decode(hash), digest(base64.decode(salt), secret));
    }

    private static byte[] digest(byte[] salt, String secret) {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            sha.update(salt);
            return sha.digest(secret.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public String toString() {
        return "a hash";
    }
}
