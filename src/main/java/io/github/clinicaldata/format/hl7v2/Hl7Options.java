package io.github.clinicaldata.format.hl7v2;

import io.github.clinicaldata.format.FormatOption;
import io.github.clinicaldata.format.FormatOptions;
import java.util.List;

/** The options that all messages share. */
final class Hl7Options {
    private static final String MLLP = "mllp";
    private static final String ASCII = "ascii";

    static final FormatOption FRAMING =
            FormatOption.word(
                    "framing",
                    "What stands around HL7 messages: er7 for nothing, mllp for the bytes of the"
                            + " Minimal Lower Layer Protocol.",
                    List.of("er7", MLLP));

    static final FormatOption PROCESSING_ID =
            FormatOption.word(
                    "processing_id",
                    "Processing id of HL7 messages: T for training, P for production, D for"
                            + " debugging.",
                    List.of("T", "P", "D"));

    static final FormatOption CHARACTERS =
            FormatOption.word(
                    "characters",
                    "Characters of HL7 messages: utf-8 as it is and said in MSH-18, or ascii with"
                            + " accents taken off.",
                    List.of("utf-8", ASCII));

    private Hl7Options() {}

    static List<FormatOption> all() {
        return List.of(FRAMING, PROCESSING_ID, CHARACTERS);
    }

    static boolean isMllp(FormatOptions options) {
        return options.text(FRAMING).equals(MLLP);
    }

    static boolean isAscii(FormatOptions options) {
        return options.text(CHARACTERS).equals(ASCII);
    }
}
