package io.github.clinicaldata.format.fhir;

import io.github.clinicaldata.record.Population;
import io.github.clinicaldata.record.Text;
import io.github.clinicaldata.record.allergy.Allergen;
import io.github.clinicaldata.record.allergy.Allergy;
import io.github.clinicaldata.record.allergy.AllergyReaction;
import io.github.clinicaldata.record.allergy.AllergyStatus;
import io.github.clinicaldata.record.allergy.Verification;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;

/** Allergies as {@code AllergyIntolerance}, by US Core. */
@Singleton
public final class AllergyIntoleranceMapping implements ResourceMapping<Allergy> {
    private static final Element CLINICAL_STATUS = Element.of("clinicalStatus");
    private static final Element VERIFICATION_STATUS = Element.of("verificationStatus");
    private static final Element CATEGORY = Element.of("category");
    private static final Element CRITICALITY = Element.of("criticality");
    private static final Element ONSET = Element.of("onsetDateTime");
    private static final Element RECORDED_DATE = Element.of("recordedDate");
    private static final Element RECORDER = Element.of("recorder");
    private static final Element REACTION = Element.of("reaction");
    private static final Element MANIFESTATION = Element.of("manifestation");
    private static final Element SEVERITY = Element.of("severity");
    private static final Fragment META = Fragments.meta(Profiles.ALLERGY);

    private static final Fragment[] STATUSES =
            Arrays.stream(AllergyStatus.values())
                    .map(AllergyIntoleranceMapping::status)
                    .toArray(Fragment[]::new);

    private static final Fragment[] VERIFICATIONS =
            Arrays.stream(Verification.values())
                    .map(AllergyIntoleranceMapping::verification)
                    .toArray(Fragment[]::new);

    private static Fragment status(AllergyStatus status) {
        return switch (status) {
            case ACTIVE -> status("active", "Active");
            case INACTIVE -> status("inactive", "Inactive");
            case OUTGROWN -> status("resolved", "Resolved");
        };
    }

    private static Fragment status(String code, String display) {
        return Fragments.concept(
                CLINICAL_STATUS,
                Text.of("http://terminology.hl7.org/CodeSystem/allergyintolerance-clinical"),
                code,
                display);
    }

    private static Fragment verification(Verification verification) {
        return Fragments.concept(
                VERIFICATION_STATUS,
                Text.of("http://terminology.hl7.org/CodeSystem/allergyintolerance-verification"),
                verification.code().toString(),
                verification == Verification.CONFIRMED ? "Confirmed" : "Unconfirmed");
    }

    @Override
    public String kind() {
        return "allergies";
    }

    @Override
    public ResourceType type() {
        return ResourceType.ALLERGY_INTOLERANCE;
    }

    @Override
    public void write(Allergy allergy, Population population, ResourceWriter writer) {
        LocalDate resolved = allergy.resolvedDate();
        writer.begin(ResourceType.ALLERGY_INTOLERANCE, allergy.id());
        DataTypes.meta(writer, resolved == null ? allergy.recordedDate() : resolved, META);
        writer.fixed(STATUSES[allergy.status().ordinal()]);
        writer.fixed(VERIFICATIONS[allergy.verification().ordinal()]);
        writer.beginArray(CATEGORY);
        writer.text(allergy.allergen().category().code());
        writer.endArray();
        writer.text(CRITICALITY, allergy.criticality().code());
        code(allergy.allergen(), writer);
        writer.reference(Elements.PATIENT, ResourceType.PATIENT, allergy.member().id());
        if (allergy.onsetDate() != null) {
            writer.date(ONSET, allergy.onsetDate());
        }
        writer.date(RECORDED_DATE, allergy.recordedDate());
        DataTypes.practitioner(writer, RECORDER, allergy.recorder());
        reactions(allergy.reactions(), writer);
        writer.end();
    }

    private static void code(Allergen allergen, ResourceWriter writer) {
        writer.beginObject(Elements.CODE);
        writer.beginArray(Elements.CODING);
        if (allergen.rxnorm() != null) {
            CodingSystem.RXNORM.coding(writer, allergen.rxnorm(), null);
        }
        CodingSystem.ICD10CM.coding(writer, allergen.icd10cm(), null);
        writer.endArray();
        writer.text(Elements.TEXT, allergen.name());
        writer.endObject();
    }

    private static void reactions(List<AllergyReaction> reactions, ResourceWriter writer) {
        writer.beginArray(REACTION);
        for (int i = 0; i < reactions.size(); i++) {
            AllergyReaction reaction = reactions.get(i);
            writer.beginObject();
            writer.beginArray(MANIFESTATION);
            writer.beginObject();
            if (reaction.icd10cm() != null) {
                CodingSystem.ICD10CM.codings(writer, reaction.icd10cm(), null);
            }
            writer.text(Elements.TEXT, reaction.name());
            writer.endObject();
            writer.endArray();
            writer.text(SEVERITY, reaction.severity().code());
            writer.endObject();
        }
        writer.endArray();
    }
}
