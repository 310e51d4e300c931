package io.github.clinicaldata.format.hl7v2.validate;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Reads files of HL7 v2.5.1 messages and says what is wrong with them: the standard's structures,
 * and rules of the guides that no structure says. Reads one message at a time and keeps none.
 */
public final class Hl7Validator {
    /** So many control ids are remembered, to find one that comes twice. */
    private static final int REMEMBERED = 100_000;

    private static final Map<String, Rules> BY_TYPE =
            Map.of(
                    "VXU", new VaccinationRules(),
                    "ORU", new ResultRules(),
                    "ADT", new AdmissionRules());

    private final Findings findings;
    private final StructureRules structures = new StructureRules();
    private final Rules header = new HeaderRules();
    private final Rules patient = new PatientRules();
    private final Set<String> controlIds = new HashSet<>();
    private final TreeMap<String, Long> types = new TreeMap<>();
    private long messages;

    private Hl7Validator(int most) {
        findings = new Findings(most);
    }

    /**
     * Reads a file.
     *
     * @param most how many findings are kept; the others are counted
     * @throws IOException when the stream breaks
     */
    public static Hl7Report validate(InputStream file, int most) throws IOException {
        return new Hl7Validator(most).read(file);
    }

    private Hl7Report read(InputStream file) throws IOException {
        MessageReader reader = new MessageReader(file);
        for (String text = reader.next(); text != null; text = reader.next()) {
            messages++;
            MessageText message = MessageText.of(text);
            String controlId = message.first("MSH").get(10);
            findings.message(messages, controlId);
            if (reader.wasTooLong()) {
                findings.error("message-too-long", "A message has at most 1 MiB");
            } else {
                frame(reader);
                check(text, message, controlId);
            }
        }
        if (messages == 0) {
            findings.message(0, "");
            findings.error("message-missing", "There is no message");
        }
        return new Hl7Report(
                messages == 0 ? "" : reader.isMllp() ? "mllp" : "er7",
                messages,
                types,
                findings.first(),
                findings.errors(),
                findings.warnings());
    }

    private void frame(MessageReader reader) {
        if (reader.wasUnended()) {
            findings.error("frame-unended", "The message has no FS and CR after it");
        }
        if (reader.wasMalformed()) {
            findings.error("characters-malformed", "The message has bytes that are no UTF-8");
        }
    }

    private void check(String text, MessageText message, String controlId) {
        if (!text.startsWith("MSH|")) {
            findings.error("header-missing", "A message begins with MSH|");
            return;
        }
        types.merge(message.type(), 1L, Long::sum);
        if (!controlId.isEmpty() && !controlIds.add(controlId)) {
            findings.error(
                    message.first("MSH"), 10, "control-id-twice", "The control id comes twice");
        }
        if (controlIds.size() > REMEMBERED) {
            controlIds.clear();
        }
        header.check(message, findings);
        if (HeaderRules.STRUCTURES.containsKey(message.type())) {
            structures.check(text, findings);
            patient.check(message, findings);
            String kind = message.first("MSH").get(9).toUpperCase(Locale.ROOT);
            Rules rules = BY_TYPE.get(kind);
            if (rules != null) {
                rules.check(message, findings);
            }
        }
    }
}
