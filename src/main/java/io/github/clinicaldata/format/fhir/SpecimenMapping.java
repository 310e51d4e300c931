package io.github.clinicaldata.format.fhir;

import io.github.clinicaldata.record.Population;
import io.github.clinicaldata.record.Text;
import io.github.clinicaldata.record.diagnosticreport.DiagnosticReport;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What was examined for a diagnostic report, as {@code Specimen}, by US Core. */
@Singleton
public final class SpecimenMapping implements ResourceMapping<DiagnosticReport> {
    private static final Element ACCESSION_IDENTIFIER = Element.of("accessionIdentifier");
    private static final Element RECEIVED_TIME = Element.of("receivedTime");
    private static final Element COLLECTION = Element.of("collection");
    private static final Element COLLECTED = Element.of("collectedDateTime");
    private static final Fragment META = Fragments.meta(Profiles.SPECIMEN);
    private static final Fragment ACCESSION_NUMBER = Fragments.identifier(Systems.ACCESSION_NUMBER);
    private static final Fragment FASTING =
            Fragments.concept(
                    Element.of("fastingStatusCodeableConcept"),
                    Text.of("http://terminology.hl7.org/CodeSystem/v2-0916"),
                    "F",
                    null);
    private static final CodingSystem SPECIMEN_TYPE =
            CodingSystem.of("http://terminology.hl7.org/CodeSystem/v2-0487");

    /** Codes of HL7's table 0487 where one says the same; swabs have a text only. */
    private static final Map<Text, Text> CODES = codes();

    private static Map<Text, Text> codes() {
        Map<Text, Text> codes = new TreeMap<>();
        codes.put(Text.of("arterial-blood"), Text.of("BLDA"));
        codes.put(Text.of("blood"), Text.of("BLD"));
        codes.put(Text.of("plasma"), Text.of("PLAS"));
        codes.put(Text.of("serum"), Text.of("SER"));
        codes.put(Text.of("stool"), Text.of("STL"));
        codes.put(Text.of("tissue"), Text.of("TISS"));
        codes.put(Text.of("urine"), Text.of("UR"));
        return codes;
    }

    static boolean hasSpecimen(DiagnosticReport report) {
        return report.panel().specimen() != null;
    }

    @Override
    public String kind() {
        return "diagnostic-reports";
    }

    @Override
    public ResourceType type() {
        return ResourceType.SPECIMEN;
    }

    @Override
    public boolean usual() {
        return false;
    }

    @Override
    public boolean writesAll() {
        return false;
    }

    @Override
    public boolean writes(DiagnosticReport report) {
        return hasSpecimen(report);
    }

    @Override
    public void write(DiagnosticReport report, Population population, ResourceWriter writer) {
        writer.begin(ResourceType.SPECIMEN, report.id());
        DataTypes.meta(
                writer,
                (report.received() == null ? report.collected() : report.received()).toLocalDate(),
                META);
        writer.beginObject(ACCESSION_IDENTIFIER);
        writer.fixed(ACCESSION_NUMBER);
        writer.digits(Elements.VALUE, DiagnosticReport.ACCESSION_NUMBER, report.accession());
        writer.endObject();
        type(report.panel().specimen(), writer);
        writer.reference(Elements.SUBJECT, ResourceType.PATIENT, report.member().id());
        if (report.received() != null) {
            writer.dateTime(RECEIVED_TIME, report.received());
        }
        writer.beginObject(COLLECTION);
        writer.dateTime(COLLECTED, report.collected());
        if (report.panel().fasting()) {
            writer.fixed(FASTING);
        }
        writer.endObject();
        writer.end();
    }

    private static void type(@Nullable Text specimen, ResourceWriter writer) {
        if (specimen == null) {
            return;
        }
        Text code = CODES.get(specimen);
        if (code != null) {
            SPECIMEN_TYPE.concept(writer, Elements.TYPE, code, null, specimen);
        } else {
            CodingSystem.text(writer, Elements.TYPE, specimen);
        }
    }
}
