package io.github.clinicaldata.format.fhir;

import io.github.clinicaldata.record.Text;
import io.github.clinicaldata.record.code.Diagnosis;
import org.jspecify.annotations.Nullable;

/** A system of codes that records have, and writes codings and concepts of it. Immutable. */
public final class CodingSystem {
    /** Diagnoses. */
    public static final CodingSystem ICD10CM = of("http://hl7.org/fhir/sid/icd-10-cm");

    /** Procedures in hospitals. */
    public static final CodingSystem ICD10PCS = of("http://www.cms.gov/Medicare/Coding/ICD10");

    /** Services, level II. */
    public static final CodingSystem HCPCS =
            of("http://www.cms.gov/Medicare/Coding/HCPCSReleaseCodeSets");

    /** What is measured, and answers. */
    public static final CodingSystem LOINC = of("http://loinc.org");

    /** Drugs. */
    public static final CodingSystem RXNORM = of("http://www.nlm.nih.gov/research/umls/rxnorm");

    /** Products of drugs, eleven digits. */
    public static final CodingSystem NDC = of("http://hl7.org/fhir/sid/ndc");

    /** Vaccines. */
    public static final CodingSystem CVX = of("http://hl7.org/fhir/sid/cvx");

    /** Taxonomy of providers. */
    public static final CodingSystem TAXONOMY = of(Systems.TAXONOMY.toString());

    /** Languages. */
    public static final CodingSystem LANGUAGE = of(Systems.LANGUAGE.toString());

    private final Fragment system;

    private CodingSystem(Fragment system) {
        this.system = system;
    }

    /** A system by its canonical URL. */
    public static CodingSystem of(String url) {
        return new CodingSystem(Fragments.text(Elements.SYSTEM, url));
    }

    /** Writes a coding as an item. */
    public void coding(ResourceWriter writer, Text code, @Nullable Text display) {
        writer.beginObject();
        writer.fixed(system);
        writer.text(Elements.CODE, code);
        if (display != null) {
            writer.text(Elements.DISPLAY, display);
        }
        writer.endObject();
    }

    /** Writes a concept with one coding. */
    public void concept(ResourceWriter writer, Element element, Text code, @Nullable Text display) {
        writer.beginObject(element);
        codings(writer, code, display);
        writer.endObject();
    }

    /** Writes a concept with one coding and a text. */
    public void concept(
            ResourceWriter writer, Element element, Text code, @Nullable Text display, Text text) {
        writer.beginObject(element);
        codings(writer, code, display);
        writer.text(Elements.TEXT, text);
        writer.endObject();
    }

    /** Writes a concept with one coding as an item. */
    public void concept(ResourceWriter writer, Text code, @Nullable Text display) {
        writer.beginObject();
        codings(writer, code, display);
        writer.endObject();
    }

    /** Writes the codings of a concept: one. */
    public void codings(ResourceWriter writer, Text code, @Nullable Text display) {
        writer.beginArray(Elements.CODING);
        coding(writer, code, display);
        writer.endArray();
    }

    /** Writes a diagnosis as an item. */
    public static void diagnosis(ResourceWriter writer, Diagnosis diagnosis) {
        ICD10CM.concept(writer, diagnosis.code(), diagnosis.description());
    }

    /** Writes a concept that has a text only. */
    public static void text(ResourceWriter writer, Element element, Text text) {
        writer.beginObject(element);
        writer.text(Elements.TEXT, text);
        writer.endObject();
    }

    /** Writes a list of one concept that has a text only. */
    public static void texts(ResourceWriter writer, Element element, Text text) {
        writer.beginArray(element);
        writer.beginObject();
        writer.text(Elements.TEXT, text);
        writer.endObject();
        writer.endArray();
    }
}
