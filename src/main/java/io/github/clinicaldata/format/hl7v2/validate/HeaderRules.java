package io.github.clinicaldata.format.hl7v2.validate;

import java.util.Map;

/** Rules of MSH. */
final class HeaderRules implements Rules {
    /** The messages that are known, with the structure that each must name. */
    static final Map<String, String> STRUCTURES =
            Map.of(
                    "VXU^V04", "VXU_V04",
                    "ORU^R01", "ORU_R01",
                    "ADT^A01", "ADT_A01",
                    "ADT^A03", "ADT_A03",
                    "ADT^A04", "ADT_A01",
                    "ADT^A08", "ADT_A01");

    private static final int LONGEST_CONTROL_ID = 20;

    @Override
    public void check(MessageText message, Findings findings) {
        SegmentText header = message.first("MSH");
        if (!header.field(2).equals("^~\\&")) {
            findings.error(header, 2, "delimiters-wrong", "The delimiters are not |^~\\&");
        }
        type(message, header, findings);
        String controlId = header.get(10);
        if (controlId.length() > LONGEST_CONTROL_ID) {
            findings.warning(
                    header, 10, "control-id-long", "A control id has at most 20 characters");
        }
        if (header.has(11) && !Tables.PROCESSING.contains(header.get(11))) {
            findings.error(
                    header, 11, "processing-id-wrong", "The processing id is none of P, T and D");
        }
        if (header.has(12) && !header.get(12).equals("2.5.1")) {
            findings.error(header, 12, 1, "version-wrong", "The version is not 2.5.1");
        }
        characters(message, header, findings);
    }

    private static void type(MessageText message, SegmentText header, Findings findings) {
        String structure = STRUCTURES.get(message.type());
        if (structure == null) {
            findings.error(
                    header,
                    9,
                    "message-type-unknown",
                    "The message is none of VXU^V04, ORU^R01, ADT^A01, A03, A04 and A08");
        } else if (!header.get(9, 3).equals(structure)) {
            findings.error(
                    header,
                    9,
                    3,
                    "structure-name-wrong",
                    "The structure's name is not " + structure);
        }
    }

    private static void characters(MessageText message, SegmentText header, Findings findings) {
        String set = header.get(18);
        if (!set.isEmpty() && !Tables.CHARACTER_SETS.contains(set)) {
            findings.error(
                    header,
                    18,
                    "character-set-unknown",
                    "The character set is not one that is read");
        }
        if (set.isEmpty() || set.equals("ASCII")) {
            for (SegmentText segment : message.segments()) {
                for (int field = 1; field < segment.fields().size(); field++) {
                    if (!isAscii(segment.field(field))) {
                        findings.error(
                                segment,
                                field,
                                "character-not-declared",
                                "The field has a character that is not ASCII, and MSH-18 names no"
                                        + " other set");
                    }
                }
            }
        }
    }

    private static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) > 0x7F) {
                return false;
            }
        }
        return true;
    }
}
