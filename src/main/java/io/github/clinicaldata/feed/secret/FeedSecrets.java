package io.github.clinicaldata.feed.secret;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.clinicaldata.config.FeedsConfig;
import io.github.clinicaldata.config.GeneratorConfig;
import io.github.clinicaldata.database.Database;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import org.jspecify.annotations.Nullable;

/**
 * Encrypts the secrets of a feed for the database with AES-256-GCM, bound to the feed's id, so that
 * they can't be moved to another feed. What is kept is {@code {"encrypted": "1:KEY:BASE64"}}: the
 * version, the name of the key, and nonce (12 bytes), text and tag (16 bytes).
 */
@Singleton
public final class FeedSecrets {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String ENCRYPTED = "encrypted";
    private static final String VERSION = "1";
    private static final String CIPHER = "AES/GCM/NoPadding";
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final SecretKeys keys;
    private final SecureRandom random = new SecureRandom();

    @Inject
    FeedSecrets(GeneratorConfig config, Database database) {
        this(config.feeds(), database.isEmbedded());
    }

    /**
     * Secrets of the feeds of a database.
     *
     * @param embedded whether this server alone has the database
     */
    public FeedSecrets(FeedsConfig config, boolean embedded) {
        keys = new SecretKeys(config, embedded);
    }

    /** Secrets were encrypted with a key that is not there, or were changed. */
    public static final class UnreadableException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        UnreadableException(String message) {
            super(message, null, false, false);
        }
    }

    /** Whether secrets can be kept. */
    public boolean canBeKept() {
        return keys.areThere();
    }

    /**
     * Secrets as the database keeps them.
     *
     * @throws IllegalStateException when there are some and no key
     */
    public Map<String, String> sealed(UUID feed, Map<String, String> secrets) {
        if (secrets.isEmpty()) {
            return secrets;
        }
        SecretKey key = keys.current();
        if (key == null) {
            throw new IllegalStateException("No key for secrets");
        }
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        try {
            byte[] text = JSON.writeValueAsBytes(secrets);
            byte[] encrypted = cipher(Cipher.ENCRYPT_MODE, key, nonce, feed).doFinal(text);
            byte[] whole =
                    ByteBuffer.allocate(nonce.length + encrypted.length)
                            .put(nonce)
                            .put(encrypted)
                            .array();
            return Map.of(
                    ENCRYPTED,
                    VERSION + ":" + key.name() + ":" + Base64.getEncoder().encodeToString(whole));
        } catch (GeneralSecurityException | JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * Secrets of which the database keeps this; those from before they were encrypted are plain.
     *
     * @throws UnreadableException when they were encrypted with another key, or were changed
     */
    public Map<String, String> opened(UUID feed, Map<String, String> kept) {
        String[] parts = parts(kept);
        if (parts == null) {
            return kept;
        }
        SecretKey key = keys.named(parts[1]);
        if (key == null) {
            throw new UnreadableException(
                    ("The secrets of the target were encrypted with the key %s, which is neither"
                                    + " CLINICAL_FEEDS_SECRET_KEY nor one of"
                                    + " CLINICAL_FEEDS_PREVIOUS_SECRET_KEYS")
                            .formatted(parts[1]));
        }
        try {
            ByteBuffer whole = ByteBuffer.wrap(Base64.getDecoder().decode(parts[2]));
            byte[] nonce = new byte[NONCE_BYTES];
            whole.get(nonce);
            byte[] encrypted = new byte[whole.remaining()];
            whole.get(encrypted);
            return JSON.readValue(
                    cipher(Cipher.DECRYPT_MODE, key, nonce, feed).doFinal(encrypted),
                    new TypeReference<Map<String, String>>() {});
        } catch (GeneralSecurityException | IOException | RuntimeException e) {
            throw new UnreadableException("The secrets of the target were changed in the database");
        }
    }

    /** Whether what is kept should be encrypted, or encrypted anew with the key of now. */
    public boolean areStale(Map<String, String> kept) {
        if (kept.isEmpty()) {
            return false;
        }
        SecretKey key = keys.current();
        String[] parts = parts(kept);
        return key != null && (parts == null || !parts[1].equals(key.name()));
    }

    /** Whether what is kept is not encrypted. */
    public static boolean arePlain(Map<String, String> kept) {
        return !kept.isEmpty() && parts(kept) == null;
    }

    /** Version, key and bytes; null of what is not encrypted. */
    private static String @Nullable [] parts(Map<String, String> kept) {
        String text = kept.size() == 1 ? kept.get(ENCRYPTED) : null;
        String[] parts = text == null ? new String[0] : text.split(":", -1);
        return parts.length == 3 && parts[0].equals(VERSION) ? parts : null;
    }

    private static Cipher cipher(int mode, SecretKey key, byte[] nonce, UUID feed)
            throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance(CIPHER);
        cipher.init(mode, key.key(), new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(feed.toString().getBytes(StandardCharsets.UTF_8));
        return cipher;
    }
}
