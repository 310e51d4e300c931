package io.github.clinicaldata.transport.http;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.clinicaldata.format.hl7v2.validate.Finding;
import io.github.clinicaldata.format.hl7v2.validate.Hl7Report;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;

/**
 * What was found in a file of HL7 v2 messages, as JSON.
 *
 * @param accepted whether there is a message and no error
 * @param framing {@code er7}, {@code mllp}, or empty where there is no message
 * @param messageCount how many messages there are
 * @param messageTypes how many there are of each type
 * @param errorCount how many errors there are in all
 * @param warningCount how many warnings there are in all
 * @param findings the first ones
 */
public record Hl7Answer(
        boolean accepted,
        String framing,
        @JsonProperty("message_count") long messageCount,
        @JsonProperty("message_types") SortedMap<String, Long> messageTypes,
        @JsonProperty("error_count") long errorCount,
        @JsonProperty("warning_count") long warningCount,
        List<Found> findings) {

    /**
     * Something that is wrong.
     *
     * @param message the position of the message in the file, from 1
     * @param controlId MSH-10 of the message
     * @param segment the segment's tag
     * @param occurrence which of the segments with this tag
     * @param field the position of the field, or 0
     * @param component the position of the component, or 0
     * @param severity {@code error} or {@code warning}
     * @param code a word that stays the same
     * @param text what is wrong, for people
     */
    public record Found(
            long message,
            @JsonProperty("control_id") String controlId,
            String segment,
            int occurrence,
            int field,
            int component,
            String severity,
            String code,
            String text) {
        private static Found of(Finding finding) {
            return new Found(
                    finding.message(),
                    finding.controlId(),
                    finding.segment(),
                    finding.occurrence(),
                    finding.field(),
                    finding.component(),
                    finding.severity().name().toLowerCase(Locale.ROOT),
                    finding.code(),
                    finding.text());
        }
    }

    /** A report as JSON. */
    public static Hl7Answer of(Hl7Report report) {
        return new Hl7Answer(
                report.accepted(),
                report.framing(),
                report.messages(),
                report.types(),
                report.errors(),
                report.warnings(),
                report.findings().stream().map(Found::of).toList());
    }
}
