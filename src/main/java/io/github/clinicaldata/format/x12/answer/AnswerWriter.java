package io.github.clinicaldata.format.x12.answer;

import io.github.clinicaldata.format.x12.validate.Submission;
import java.nio.charset.StandardCharsets;

/**
 * Writes the segments of an answer: who sent the file receives it, with the numbers of the file.
 */
final class AnswerWriter {
    private final StringBuilder text = new StringBuilder(1 << 12);
    private String interchange = "";
    private String group = "";
    private String set = "";
    private long groups;
    private long sets;
    private long segments;

    /** Writes a segment; empty elements at its end are left out. */
    void segment(String tag, String... elements) {
        segments++;
        int count = elements.length;
        while (count > 0 && elements[count - 1].isEmpty()) {
            count--;
        }
        text.append(tag);
        for (int i = 0; i < count; i++) {
            text.append('*').append(elements[i]);
        }
        text.append('~');
    }

    /** Begins the interchange that answers another one. */
    void beginInterchange(Submission.Interchange answered) {
        interchange = "0".repeat(9 - Echo.number(answered.control()).length());
        interchange += Echo.number(answered.control());
        groups = 0;
        segment(
                "ISA",
                "00",
                " ".repeat(10),
                "00",
                " ".repeat(10),
                qualifier(answered.receiverQualifier()),
                padded(answered.receiver()),
                qualifier(answered.senderQualifier()),
                padded(answered.sender()),
                Echo.day("", answered.date()).substring(2),
                Echo.time(answered.time()),
                "^",
                "00501",
                interchange,
                "0",
                answered.usage().equals("P") ? "P" : "T",
                ":");
    }

    private static String qualifier(String given) {
        return given.matches("01|14|20|2[7-9]|30|33|ZZ") ? given : "ZZ";
    }

    private static String padded(String given) {
        return String.format("%-15s", Echo.text(given, 15));
    }

    /** Begins the group that answers another one. */
    void beginGroup(
            Submission.Interchange interchangeOfIt,
            Submission.Group answered,
            String functional,
            String guide) {
        groups++;
        sets = 0;
        group = Echo.number(answered.control());
        segment(
                "GS",
                functional,
                Echo.text(answered.receiver(), 2, 15, "SYNRECEIVER"),
                Echo.text(answered.sender(), 2, 15, "SYNSENDER"),
                Echo.day(answered.date(), interchangeOfIt.date()),
                Echo.time(answered.time()),
                group,
                "X",
                guide);
    }

    /** Begins a transaction. */
    void beginTransaction(String number, String guide) {
        sets++;
        set = String.format("%04d", sets);
        segments = 0;
        segment("ST", number, set, guide);
    }

    /** Ends the transaction that is open. */
    void endTransaction() {
        segment("SE", Long.toString(segments + 1), set);
    }

    /** Ends the group that is open. */
    void endGroup() {
        segment("GE", Long.toString(sets), group);
    }

    /** Ends the interchange that is open. */
    void endInterchange() {
        segment("IEA", Long.toString(groups), interchange);
    }

    /** What was written. */
    byte[] bytes() {
        return text.toString().getBytes(StandardCharsets.US_ASCII);
    }
}
