package io.github.clinicaldata.record.diagnosticreport;

import io.github.clinicaldata.record.DigitPattern;
import io.github.clinicaldata.record.RecordId;
import io.github.clinicaldata.record.RecordSchema;
import io.github.clinicaldata.record.Text;
import io.github.clinicaldata.record.code.Diagnosis;
import io.github.clinicaldata.record.code.Panel;
import io.github.clinicaldata.record.code.PanelKind;
import io.github.clinicaldata.record.measurement.Result;
import io.github.clinicaldata.record.member.Member;
import io.github.clinicaldata.record.provider.Provider;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The report of a laboratory panel, an image or a study.
 *
 * @param id the record's id
 * @param status how far it is on the {@code as_of} date
 * @param panel what was ordered
 * @param member who was examined
 * @param encounter the id of the encounter at which it was ordered
 * @param orderer the practitioner who ordered it
 * @param performer the laboratory, hospital, imaging center or practice
 * @param orderNumber digits of the number of the order, invented
 * @param accession digits of the number at the performer, invented
 * @param collected when the specimen was taken or the image made
 * @param received when the performer had the specimen, or null
 * @param issued when it became complete, or null where that is not known yet
 * @param corrected when it was corrected, or null
 * @param results as far as they are known
 * @param conclusion in words, or null
 * @param reason why it was ordered
 */
public record DiagnosticReport(
        RecordId id,
        ReportStatus status,
        Panel panel,
        Member member,
        RecordId encounter,
        Provider orderer,
        Provider performer,
        long orderNumber,
        long accession,
        OffsetDateTime collected,
        @Nullable OffsetDateTime received,
        @Nullable OffsetDateTime issued,
        @Nullable OffsetDateTime corrected,
        List<Result> results,
        @Nullable Text conclusion,
        Diagnosis reason) {
    /** How the number of an order is written. */
    public static final DigitPattern ORDER_NUMBER = DigitPattern.of("SYNO#############");

    /** How an accession number is written. */
    public static final DigitPattern ACCESSION_NUMBER = DigitPattern.of("SYNA#############");

    /** The fields of a report. */
    public static final RecordSchema<DiagnosticReport> SCHEMA =
            RecordSchema.<DiagnosticReport>named("diagnostic_report")
                    .id("id", DiagnosticReport::id, "Id of the record")
                    .bool("synthetic", report -> true, "Always true: nobody real")
                    .code(
                            "status",
                            ReportStatus.class,
                            DiagnosticReport::status,
                            "How far it is on the as_of date")
                    .code(
                            "category",
                            PanelKind.class,
                            report -> report.panel().kind(),
                            "Where it comes from")
                    .text("panel", report -> report.panel().key(), "Key of what was ordered")
                    .text("loinc", report -> report.panel().loinc(), "LOINC code of the report")
                    .text("name", report -> report.panel().name(), "LOINC name of the report")
                    .group("member", DiagnosticReport::member, Member.REFERENCE, "Who was examined")
                    .id("encounter_id", DiagnosticReport::encounter, "Encounter of the order")
                    .group(
                            "orderer",
                            DiagnosticReport::orderer,
                            Provider.REFERENCE,
                            "Practitioner who ordered it")
                    .group(
                            "performer",
                            DiagnosticReport::performer,
                            Provider.REFERENCE,
                            "Laboratory, hospital, imaging center or practice")
                    .digits(
                            "order_number",
                            ORDER_NUMBER,
                            DiagnosticReport::orderNumber,
                            "Number of the order, invented")
                    .digits(
                            "accession_number",
                            ACCESSION_NUMBER,
                            DiagnosticReport::accession,
                            "Number at the performer, invented")
                    .optionalText(
                            "specimen",
                            report -> report.panel().specimen(),
                            "What was examined; absent for images and studies")
                    .bool(
                            "fasting",
                            report -> report.panel().fasting(),
                            "Whether the specimen was taken fasting")
                    .dateTime(
                            "collected_at",
                            DiagnosticReport::collected,
                            "When the specimen was taken or the image made")
                    .optionalDateTime(
                            "received_at",
                            DiagnosticReport::received,
                            "When the performer had the specimen")
                    .optionalDateTime(
                            "issued_at", DiagnosticReport::issued, "When it became complete")
                    .optionalDateTime(
                            "corrected_at", DiagnosticReport::corrected, "When it was corrected")
                    .bool(
                            "abnormal",
                            DiagnosticReport::isAbnormal,
                            "Whether any result is flagged as anything but normal")
                    .groups(
                            "results",
                            DiagnosticReport::results,
                            Result.SCHEMA,
                            "Results, as far as they are known")
                    .optionalText("conclusion", DiagnosticReport::conclusion, "What it says")
                    .text(
                            "reason_code",
                            report -> report.reason().code(),
                            "ICD-10-CM code of the reason for the order")
                    .build();

    /** Whether any result is flagged as anything but normal. */
    public boolean isAbnormal() {
        for (int i = 0; i < results.size(); i++) {
            if (results.get(i).isAbnormal()) {
                return true;
            }
        }
        return false;
    }
}
