package io.github.clinicaldata.fhirapi.bulk;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32;

/**
 * The id of an export: all of its request, so that any replica can answer for it. It is no secret
 * and gives no right; whoever writes one by hand gets what the same request would have given.
 *
 * @param startedAt milliseconds since 1970
 * @param path the segments after {@code /fhir}, the operation included
 * @param query the parameters as in a URL
 */
record ExportToken(long startedAt, List<String> path, String query) {
    private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();
    private static final int CHECK = 4;

    /** Reads the text form, or nothing when it is damaged or none. */
    static Optional<ExportToken> parse(String text) {
        byte[] bytes;
        try {
            bytes = Base64.getUrlDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
        if (bytes.length <= CHECK) {
            return Optional.empty();
        }
        byte[] content = Arrays.copyOfRange(bytes, CHECK, bytes.length);
        String[] lines = new String(content, StandardCharsets.UTF_8).split("\n", -1);
        if (ByteBuffer.wrap(bytes).getInt() != check(content)
                || lines.length != 3
                || !ENCODER.encodeToString(bytes).equals(text)) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    new ExportToken(
                            Long.parseLong(lines[0], Character.MAX_RADIX),
                            List.of(lines[1].split("/")),
                            lines[2]));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static int check(byte[] content) {
        CRC32 sum = new CRC32();
        sum.update(content);
        return (int) sum.getValue();
    }

    /** The text form. */
    @Override
    public String toString() {
        byte[] content =
                (Long.toString(startedAt, Character.MAX_RADIX)
                                + "\n"
                                + String.join("/", path)
                                + "\n"
                                + query)
                        .getBytes(StandardCharsets.UTF_8);
        return ENCODER.encodeToString(
                ByteBuffer.allocate(CHECK + content.length)
                        .putInt(check(content))
                        .put(content)
                        .array());
    }
}
