package io.github.clinicaldata.format.fhir;

import io.github.clinicaldata.record.Population;
import io.github.clinicaldata.record.Text;
import io.github.clinicaldata.record.code.Panel;
import io.github.clinicaldata.record.code.PanelKind;
import io.github.clinicaldata.record.diagnosticreport.DiagnosticReport;
import io.github.clinicaldata.record.measurement.Result;
import jakarta.inject.Singleton;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Diagnostic reports as {@code DiagnosticReport}, by US Core. The results are contained: not all of
 * them are observations of their own.
 */
@Singleton
public final class DiagnosticReportMapping implements ResourceMapping<DiagnosticReport> {
    private static final Element CONTAINED = Element.of("contained");
    private static final Element CATEGORY = Element.of("category");
    private static final Element ENCOUNTER = Element.of("encounter");
    private static final Element EFFECTIVE = Element.of("effectiveDateTime");
    private static final Element ISSUED = Element.of("issued");
    private static final Element PERFORMER = Element.of("performer");
    private static final Element SPECIMEN = Element.of("specimen");
    private static final Element RESULT = Element.of("result");
    private static final Element CONCLUSION = Element.of("conclusion");
    private static final Fragment LABORATORY_META = Fragments.meta(Profiles.LABORATORY_REPORT);
    private static final Fragment META = Fragments.meta(Profiles.REPORT);
    private static final Fragment LABORATORY_RESULT =
            Fragments.concepts(CATEGORY, Systems.OBSERVATION_CATEGORY, "laboratory", "Laboratory");
    private static final Fragment OTHER_RESULT =
            Fragments.concepts(CATEGORY, Systems.OBSERVATION_CATEGORY, "procedure", "Procedure");
    private static final Fragment ORDER_NUMBER =
            Fragments.identifier("PLAC", "Placer Identifier", Systems.ORDER_NUMBER);
    private static final Fragment ACCESSION_NUMBER =
            Fragments.identifier("FILL", "Filler Identifier", Systems.ACCESSION_NUMBER);

    /** Names of contained results; no panel has as many. */
    private static final List<Text> NAMES =
            IntStream.rangeClosed(1, 64).mapToObj(number -> Text.of("result-" + number)).toList();

    private static final Fragment[] CATEGORIES =
            Arrays.stream(PanelKind.values())
                    .map(DiagnosticReportMapping::category)
                    .toArray(Fragment[]::new);

    private static Fragment category(PanelKind kind) {
        Text loinc = Text.of("http://loinc.org");
        return switch (kind) {
            case LABORATORY ->
                    Fragments.concepts(CATEGORY, Systems.DIAGNOSTIC_SERVICE, "LAB", "Laboratory");
            case IMAGING -> Fragments.concepts(CATEGORY, loinc, "LP29684-5", "Radiology");
            case PATHOLOGY -> Fragments.concepts(CATEGORY, loinc, "LP7839-6", "Pathology");
            case PROCEDURE ->
                    Fragments.concepts(CATEGORY, Systems.DIAGNOSTIC_SERVICE, "OTH", "Other");
        };
    }

    @Override
    public String kind() {
        return "diagnostic-reports";
    }

    @Override
    public ResourceType type() {
        return ResourceType.DIAGNOSTIC_REPORT;
    }

    @Override
    public void write(DiagnosticReport report, Population population, ResourceWriter writer) {
        Panel panel = report.panel();
        writer.begin(ResourceType.DIAGNOSTIC_REPORT, report.id());
        DataTypes.meta(
                writer,
                lastChange(report).toLocalDate(),
                panel.kind() == PanelKind.LABORATORY ? LABORATORY_META : META);
        contained(report, writer);
        writer.beginArray(Elements.IDENTIFIER);
        DataTypes.identifier(
                writer, ORDER_NUMBER, DiagnosticReport.ORDER_NUMBER, report.orderNumber());
        DataTypes.identifier(
                writer, ACCESSION_NUMBER, DiagnosticReport.ACCESSION_NUMBER, report.accession());
        writer.endArray();
        writer.text(Elements.STATUS, report.status().code());
        writer.fixed(CATEGORIES[panel.kind().ordinal()]);
        CodingSystem.LOINC.concept(writer, Elements.CODE, panel.loinc(), panel.name());
        writer.reference(Elements.SUBJECT, ResourceType.PATIENT, report.member().id());
        writer.reference(ENCOUNTER, ResourceType.ENCOUNTER, report.encounter());
        writer.dateTime(EFFECTIVE, report.collected());
        issued(report, writer);
        DataTypes.providers(writer, PERFORMER, report.performer());
        if (SpecimenMapping.hasSpecimen(report)) {
            writer.beginArray(SPECIMEN);
            writer.reference(ResourceType.SPECIMEN, report.id(), null);
            writer.endArray();
        }
        results(report, writer);
        if (report.conclusion() != null) {
            writer.text(CONCLUSION, report.conclusion());
        }
        writer.end();
    }

    /** When it became what it is. */
    private static OffsetDateTime lastChange(DiagnosticReport report) {
        if (report.corrected() != null) {
            return report.corrected();
        }
        if (report.issued() != null) {
            return report.issued();
        }
        return report.received() != null ? report.received() : report.collected();
    }

    private static void issued(DiagnosticReport report, ResourceWriter writer) {
        if (report.corrected() != null) {
            writer.dateTime(ISSUED, report.corrected());
        } else if (report.issued() != null) {
            writer.dateTime(ISSUED, report.issued());
        }
    }

    private static void results(DiagnosticReport report, ResourceWriter writer) {
        int count = report.results().size();
        if (count > 0) {
            writer.beginArray(RESULT);
            for (int i = 0; i < count; i++) {
                writer.contained(NAMES.get(i));
            }
            writer.endArray();
        }
    }

    private static void contained(DiagnosticReport report, ResourceWriter writer) {
        List<Result> results = report.results();
        if (results.isEmpty()) {
            return;
        }
        writer.beginArray(CONTAINED);
        for (int i = 0; i < results.size(); i++) {
            contained(report, results.get(i), NAMES.get(i), writer);
        }
        writer.endArray();
    }

    private static void contained(
            DiagnosticReport report, Result result, Text name, ResourceWriter writer) {
        writer.beginContained(ResourceType.OBSERVATION, name);
        writer.text(Elements.STATUS, report.status().code());
        writer.fixed(
                report.panel().kind() == PanelKind.LABORATORY ? LABORATORY_RESULT : OTHER_RESULT);
        CodingSystem.LOINC.concept(
                writer, Elements.CODE, result.analyte().loinc(), result.analyte().name());
        writer.reference(Elements.SUBJECT, ResourceType.PATIENT, report.member().id());
        writer.dateTime(EFFECTIVE, result.observed());
        ResultWriter.write(writer, result);
        writer.endContained();
    }
}
