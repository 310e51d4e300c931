package io.github.clinicaldata.format.hl7v2;

import io.github.clinicaldata.record.Population;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.zip.CRC32C;

/** Finds what the control ids of a population's messages begin with. */
final class ControlIds {
    /** The other eleven of twenty hexadecimal digits are those of the record. */
    private static final int DIGITS = 9;

    /** Those that tell the population. */
    private static final int OF_POPULATION = 6;

    private ControlIds() {}

    /** Nine hexadecimal digits that tell population and message from others. */
    static String prefix(Population population, MessageType<?> type) {
        CRC32C message = new CRC32C();
        message.update((type.kind() + " " + type.name()).getBytes(StandardCharsets.UTF_8));
        return population.fingerprint().substring(0, OF_POPULATION)
                + HexFormat.of().toHexDigits(message.getValue(), DIGITS - OF_POPULATION);
    }
}
