package io.github.clinicaldata.job.storage;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** The digest by which S3 and every service like it checks what it receives. */
final class Md5 {
    private Md5() {}

    /** The digest of the bytes that remain, as the header Content-MD5 has it. */
    static String of(ByteBuffer bytes) {
        try {
            MessageDigest digest = MessageDigest.getInstance("MD5");
            digest.update(bytes);
            return Base64.getEncoder().encodeToString(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
