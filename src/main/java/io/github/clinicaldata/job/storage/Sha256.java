package io.github.clinicaldata.job.storage;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 in hexadecimal digits. */
public final class Sha256 {
    private Sha256() {}

    /** A digest that takes bytes one after the other. */
    public static MessageDigest open() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The digits of a digest, which begins anew. */
    public static String digits(MessageDigest digest) {
        return HexFormat.of().formatHex(digest.digest());
    }

    /** The digits of the first so many bytes. */
    public static String of(byte[] bytes, int length) {
        MessageDigest digest = open();
        digest.update(bytes, 0, length);
        return digits(digest);
    }
}
