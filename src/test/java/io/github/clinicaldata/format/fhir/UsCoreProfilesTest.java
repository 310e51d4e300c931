package io.github.clinicaldata.format.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import io.github.clinicaldata.support.FhirResources;
import io.github.clinicaldata.support.FhirResources.Content;
import io.github.clinicaldata.support.FhirValidation;
import io.github.clinicaldata.support.ValidatedResources;
import io.github.clinicaldata.support.World;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.MedicationRequest;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Observation.ObservationStatus;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Resource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What is written keeps the profiles of US Core that the tests have: patients, prescriptions and
 * blood pressures those of 5.0.1, smoking statuses that of 7.0.0. Claimed is 6.1.0, whose
 * definitions can't be had; the canonicals are claimed without a version, and so the validator
 * takes the release that it has. Known to differ: 5.0.1 demands a requester of every prescription,
 * 6.1.0 of orders, and all that are written are orders. What else 6.1.0 demands is in {@link
 * UsCoreRules}. Not checked are value sets that the tests don't have, which the README beside the
 * profiles names.
 */
class UsCoreProfilesTest {
    private static final int VALIDATED = Integer.getInteger("fhir.validated", 100);
    private static final String EXTENSION =
            "http://hl7.org/fhir/us/core/StructureDefinition/us-core-";

    /** A profile and what writes resources that claim it. */
    record Claimed(String profile, ResourceMapping<?> mapping) {
        Content first(Predicate<Content> wanted) {
            List<Content> found = new ArrayList<>();
            FhirResources.each(
                    mapping,
                    World.POPULATION,
                    content -> content.claims(profile) && wanted.test(content),
                    1,
                    found::add);
            return found.get(0);
        }
    }

    private static final Claimed PATIENT = new Claimed(Profiles.PATIENT, new PatientMapping());
    private static final Claimed PRESCRIPTION =
            new Claimed(Profiles.MEDICATION_REQUEST, new MedicationRequestMapping());
    private static final Claimed BLOOD_PRESSURE =
            new Claimed(Profiles.BLOOD_PRESSURE, new ObservationMapping());
    private static final Claimed SMOKING =
            new Claimed(Profiles.SMOKING_STATUS, new ObservationMapping());

    /** What makes a resource break its profile, and what the validator then says. */
    record Fault(String name, Claimed claimed, Consumer<Resource> make, String error) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Claimed> claimed() {
        return Stream.of(PATIENT, PRESCRIPTION, BLOOD_PRESSURE, SMOKING);
    }

    @ParameterizedTest
    @MethodSource("claimed")
    void resources_keepTheProfileThatTheyClaim(Claimed claimed) {
        ValidatedResources validated = new ValidatedResources();
        FhirResources.each(
                claimed.mapping(),
                World.POPULATION,
                content -> content.claims(claimed.profile()),
                VALIDATED,
                validated);
        assertThat(validated.end()).isEqualTo(VALIDATED);
    }

    @ParameterizedTest
    @MethodSource("claimed")
    void theCanonical_isResolved(Claimed claimed) {
        assertThat(FhirValidation.messages(claimed.first(content -> true).json()))
                .isNotEmpty()
                .noneMatch(message -> message.contains("'" + claimed.profile() + "'"));
    }

    private static <R extends Resource> Fault fault(
            String name, Claimed claimed, Class<R> type, Consumer<R> make, String error) {
        return new Fault(name, claimed, resource -> make.accept(type.cast(resource)), error);
    }

    private static Fault ofPatient(String name, Consumer<Patient> make, String error) {
        return fault(name, PATIENT, Patient.class, make, error);
    }

    private static Extension extension(Patient patient, String name) {
        return patient.getExtensionByUrl(EXTENSION + name);
    }

    private static void withoutText(Patient patient, String name) {
        extension(patient, name).getExtension().removeIf(part -> part.getUrl().equals("text"));
    }

    private static Coding category(Patient patient, String name) {
        return (Coding) extension(patient, name).getExtensionByUrl("ombCategory").getValue();
    }

    static Stream<Fault> faults() {
        return Stream.of(
                ofPatient("no name", patient -> patient.setName(null), "us-core-patient#us-core-6"),
                ofPatient(
                        "no gender",
                        patient -> patient.setGender(null),
                        "Patient.gender: minimum required = 1"),
                ofPatient(
                        "an identifier without a system",
                        patient -> patient.getIdentifierFirstRep().setSystem(null),
                        "Patient.identifier.system: minimum required = 1"),
                ofPatient(
                        "a race without text",
                        patient -> withoutText(patient, "race"),
                        "Slice 'Extension.extension:text'"),
                ofPatient(
                        "an ethnicity without text",
                        patient -> withoutText(patient, "ethnicity"),
                        "Slice 'Extension.extension:text'"),
                ofPatient(
                        "a race that is none of OMB's",
                        patient -> category(patient, "race").setCode("2131-1"),
                        "omb-race-category"),
                ofPatient(
                        "an ethnicity that is a race",
                        patient -> category(patient, "ethnicity").setCode("2028-9"),
                        "omb-ethnicity-category"),
                ofPatient(
                        "an unknown sex at birth",
                        patient -> extension(patient, "birthsex").setValue(new CodeType("X")),
                        "ValueSet/birthsex"),
                fault(
                        "no requester",
                        PRESCRIPTION,
                        MedicationRequest.class,
                        request -> request.setRequester(null),
                        "MedicationRequest.requester: minimum required = 1"),
                fault(
                        "no diastolic pressure",
                        BLOOD_PRESSURE,
                        Observation.class,
                        pressure -> pressure.getComponent().remove(1),
                        "Slice 'Observation.component:diastolic'"),
                fault(
                        "a pressure in another unit",
                        BLOOD_PRESSURE,
                        Observation.class,
                        pressure ->
                                pressure.getComponentFirstRep().getValueQuantity().setCode("kPa"),
                        "'kPa'"),
                fault(
                        "a preliminary smoking status",
                        SMOKING,
                        Observation.class,
                        status -> status.setStatus(ObservationStatus.PRELIMINARY),
                        "us-core-observation-smoking-status-status"),
                fault(
                        "a smoking status of no category",
                        SMOKING,
                        Observation.class,
                        status -> status.setCategory(null),
                        "Slice 'Observation.category:SocialHistory'"));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void aFault_isFound(Fault fault) {
        Claimed claimed = fault.claimed();
        Resource resource =
                claimed.first(content -> claimed != PATIENT || hasRaceOfOmb(content)).structure();
        fault.make().accept(resource);
        String json = FhirContext.forR4Cached().newJsonParser().encodeResourceToString(resource);
        assertThat(FhirValidation.errors(json)).anyMatch(error -> error.contains(fault.error()));
    }

    private static boolean hasRaceOfOmb(Content content) {
        Patient patient = (Patient) content.structure();
        return extension(patient, "race").getExtensionByUrl("ombCategory") != null;
    }
}
