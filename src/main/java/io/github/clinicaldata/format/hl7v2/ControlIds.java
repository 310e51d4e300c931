package io.github.clinicaldata.format.hl7v2;

import io.github.clinicaldata.record.Population;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Finds what the control ids of a population's messages begin with. */
final class ControlIds {
    /** The other eleven of twenty hexadecimal digits are those of the record. */
    private static final int DIGITS = 9;

    private ControlIds() {}

    /** Nine hexadecimal digits that tell population and message from others. */
    static String prefix(Population population, MessageType<?> type) {
        String name = population.name() + ";kind=" + type.kind() + ";message=" + type.name();
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byte[] hash = digest.digest(name.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash).substring(0, DIGITS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
