package io.github.clinicaldata.format.fhir;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The rules of profiles as FHIRPath: a name and an expression in turn. */
final class UsCoreRules {
    private static final String OBSERVED =
            "status.exists() and category.exists() and code.exists() and subject.exists()";
    private static final String VITAL_SIGN =
            OBSERVED + " and category.coding.where(code = 'vital-signs').exists()";
    private static final String VALUE_OR_REASON =
            "component.exists() or value.exists() or dataAbsentReason.exists()";

    private UsCoreRules() {}

    static Map<String, List<String>> all() {
        Map<String, List<String>> rules = new TreeMap<>();
        people(rules);
        providers(rules);
        events(rules);
        observations(rules);
        carin(rules);
        benefits(rules);
        return rules;
    }

    private static void people(Map<String, List<String>> rules) {
        rules.put(
                Profiles.PATIENT,
                List.of(
                        "mandatory elements",
                        "identifier.exists() and name.exists() and gender.exists()",
                        "mandatory elements of identifiers",
                        "identifier.all(system.exists() and value.exists())",
                        "us-core-6",
                        "name.all(family.exists() or given.exists())",
                        "race has a text and codes of OMB",
                        "extension.where(url.endsWith('us-core-race')).all(extension.where(url ="
                                + " 'text').count() = 1 and extension.where(url ="
                                + " 'ombCategory').all(value.code in ('1002-5' | '2028-9' |"
                                + " '2054-5' | '2076-8' | '2106-3' | 'UNK' | 'ASKU')))",
                        "ethnicity has a text and a code of OMB",
                        "extension.where(url.endsWith('us-core-ethnicity')).all(extension.where(url"
                                + " = 'text').count() = 1 and extension.where(url ="
                                + " 'ombCategory').all(value.code in ('2135-2' | '2186-5')))",
                        "birth sex",
                        "extension.where(url.endsWith('us-core-birthsex')).all(value in ('F' | 'M'"
                                + " | 'UNK'))",
                        "communication has a language",
                        "communication.all(language.exists())",
                        "telecom has a system and a value",
                        "telecom.all(system.exists() and value.exists())"));
        rules.put(
                Profiles.RELATED_PERSON,
                List.of(
                        "mandatory elements",
                        "active.exists() and patient.exists()",
                        "us-core-14",
                        "name.exists() or relationship.exists()"));
        rules.put(
                Profiles.PROVENANCE,
                List.of(
                        "mandatory elements",
                        "target.exists() and recorded.exists() and agent.exists()"
                                + " and agent.all(who.exists())",
                        "target is a reference",
                        "target.all(reference.exists())",
                        "provenance-1",
                        "agent.all((who.reference.exists() and (who.reference.startsWith("
                                + "'Practitioner/') or who.reference.startsWith('Device/')))"
                                + " implies onBehalfOf.exists())"));
    }

    private static void providers(Map<String, List<String>> rules) {
        rules.put(
                Profiles.PRACTITIONER,
                List.of(
                        "mandatory elements",
                        "identifier.exists() and name.exists() and name.all(family.exists())",
                        "mandatory elements of identifiers",
                        "identifier.all(system.exists() and value.exists())"));
        rules.put(
                Profiles.PRACTITIONER_ROLE,
                List.of("pd-1", "telecom.exists() or endpoint.exists()"));
        rules.put(
                Profiles.ORGANIZATION,
                List.of(
                        "mandatory elements",
                        "active.exists() and name.exists()",
                        "us-core-16",
                        "identifier.where(system = 'http://hl7.org/fhir/sid/us-npi').value.all("
                                + "matches('^[0-9]{10}$'))"));
        rules.put(Profiles.LOCATION, List.of("mandatory elements", "name.exists()"));
    }

    private static void events(Map<String, List<String>> rules) {
        rules.put(
                Profiles.ENCOUNTER,
                List.of(
                        "mandatory elements",
                        "status.exists() and class.exists() and type.exists() and"
                                + " subject.exists()",
                        "mandatory elements of locations",
                        "location.all(location.exists())"));
        rules.put(
                Profiles.CONDITION,
                List.of(
                        "mandatory elements",
                        "category.exists() and code.exists() and subject.exists()",
                        "a category of US Core",
                        "category.coding.where(code in ('problem-list-item' |"
                                + " 'health-concern')).exists()",
                        "us-core-1",
                        "category.where(coding.where(code = 'problem-list-item').exists()).exists()"
                                + " implies clinicalStatus.exists()"));
        List<String> report =
                List.of(
                        "mandatory elements",
                        "status.exists() and category.exists() and code.exists() and"
                                + " subject.exists()",
                        "us-core-8",
                        "effective.exists() or (status in ('partial' | 'preliminary' | 'final' |"
                                + " 'amended' | 'corrected' | 'appended')).not()",
                        "us-core-9",
                        "issued.exists() or (status in ('partial' | 'preliminary' | 'final' |"
                                + " 'amended' | 'corrected' | 'appended')).not()");
        List<String> laboratory = new ArrayList<>(report);
        laboratory.add("category LAB");
        laboratory.add("category.coding.where(code = 'LAB').exists()");
        rules.put(Profiles.LABORATORY_REPORT, laboratory);
        rules.put(Profiles.REPORT, report);
        rules.put(Profiles.SPECIMEN, List.of("mandatory elements", "type.exists()"));
        rules.put(
                Profiles.MEDICATION_REQUEST,
                List.of(
                        "mandatory elements",
                        "status.exists() and intent.exists() and medication.exists() and"
                                + " subject.exists()",
                        "us-core-21",
                        "requester.exists() or intent != 'order'"));
        rules.put(
                Profiles.PROCEDURE,
                List.of(
                        "mandatory elements",
                        "status.exists() and code.exists() and subject.exists()",
                        "us-core-7",
                        "(status = 'completed' or status = 'in-progress') implies"
                                + " performed.exists()"));
        rules.put(
                Profiles.ALLERGY,
                List.of(
                        "mandatory elements",
                        "code.exists() and patient.exists() and"
                                + " reaction.all(manifestation.exists())"));
        rules.put(
                Profiles.IMMUNIZATION,
                List.of(
                        "mandatory elements",
                        "status.exists() and vaccineCode.exists() and patient.exists() and"
                                + " occurrence.exists()",
                        "us-core-5",
                        "vaccineCode.coding.where(system ="
                                + " 'http://hl7.org/fhir/sid/cvx').exists()"));
    }

    private static void observations(Map<String, List<String>> rules) {
        rules.put(
                Profiles.LABORATORY_RESULT,
                List.of(
                        "mandatory elements",
                        OBSERVED + " and category.coding.where(code = 'laboratory').exists()",
                        "us-core-2",
                        VALUE_OR_REASON,
                        "us-core-3",
                        "value.ofType(Quantity).code.all($this.length() > 0)",
                        "us-core-4",
                        "value.ofType(Quantity).all(system.empty() or system ="
                                + " 'http://unitsofmeasure.org')"));
        rules.put(
                Profiles.SCREENING,
                List.of(
                        "mandatory elements",
                        OBSERVED + " and category.coding.where(code = 'survey').exists()",
                        "us-core-2",
                        VALUE_OR_REASON));
        rules.put(
                Profiles.SMOKING_STATUS,
                List.of(
                        "mandatory elements",
                        OBSERVED + " and effective.exists() and value.exists()",
                        "status",
                        "status = 'final' or status = 'entered-in-error'",
                        "category",
                        "category.coding.where(code = 'social-history').exists()"));
        vitalSign(rules, Profiles.BODY_WEIGHT, "29463-7", "'kg' | 'g' | '[lb_av]'");
        vitalSign(rules, Profiles.BODY_HEIGHT, "8302-2", "'cm' | '[in_i]'");
        vitalSign(rules, Profiles.HEART_RATE, "8867-4", "'/min'");
        vitalSign(rules, Profiles.RESPIRATORY_RATE, "9279-1", "'/min'");
        vitalSign(rules, Profiles.BODY_TEMPERATURE, "8310-5", "'Cel' | '[degF]'");
        vitalSign(rules, Profiles.BMI, "39156-5", "'kg/m2'");
        vitalSign(rules, Profiles.HEAD_CIRCUMFERENCE, "9843-4", "'cm' | '[in_i]'");
        vitalSign(rules, Profiles.BMI_PERCENTILE, "59576-9", "'%'");
        vitalSign(rules, Profiles.PULSE_OXIMETRY, "59408-5", "'%'");
        rules.put(
                Profiles.BLOOD_PRESSURE,
                List.of(
                        "mandatory elements",
                        VITAL_SIGN + " and effective.exists()",
                        "systolic and diastolic",
                        "component.where(code.coding.code = '8480-6').count() = 1 and"
                                + " component.where(code.coding.code = '8462-4').count() = 1",
                        "vs-3",
                        "component.all(value.exists() or dataAbsentReason.exists())"));
    }

    private static void vitalSign(
            Map<String, List<String>> rules, String profile, String loinc, String units) {
        rules.put(
                profile,
                List.of(
                        "mandatory elements",
                        VITAL_SIGN + " and effective.exists()",
                        "code",
                        "code.coding.where(system = 'http://loinc.org' and code = '"
                                + loinc
                                + "').exists()",
                        "vs-2",
                        VALUE_OR_REASON,
                        "value is a quantity with its unit",
                        "value.all(value.exists() and unit.exists() and system ="
                                + " 'http://unitsofmeasure.org' and code in ("
                                + units
                                + "))"));
    }

    private static void carin(Map<String, List<String>> rules) {
        rules.put(
                Profiles.C4BB_PATIENT,
                List.of(
                        "mandatory elements",
                        "meta.lastUpdated.exists() and identifier.where(type.coding.code ="
                                + " 'MB').exists()",
                        "patient-meta-profile-version",
                        version("Patient")));
        rules.put(
                Profiles.C4BB_RELATED_PERSON,
                List.of(
                        "mandatory elements",
                        "meta.lastUpdated.exists() and patient.exists()",
                        "relatedperson-meta-profile-version",
                        version("RelatedPerson")));
        rules.put(
                Profiles.C4BB_PRACTITIONER,
                List.of(
                        "uncontained-requires-lastUpdated",
                        "meta.lastUpdated.exists()",
                        "Practitioner-identifier",
                        "identifier.where(type.coding.code in ('NPI' | 'TAX')).exists()",
                        "practitioner-meta-profile-version",
                        version("Practitioner")));
        rules.put(
                Profiles.C4BB_ORGANIZATION,
                List.of(
                        "uncontained-requires-lastUpdated",
                        "meta.lastUpdated.exists()",
                        "organization-meta-profile-version",
                        version("Organization")));
    }

    /** What all benefits must keep; CarinBenefitsTest holds the invariants of each profile. */
    private static void benefits(Map<String, List<String>> rules) {
        String c4bb = "http://hl7.org/fhir/us/carin-bb/StructureDefinition/C4BB-";
        rules.put(
                Profiles.C4BB_COVERAGE,
                List.of(
                        "mandatory elements",
                        "meta.lastUpdated.exists() and status.exists() and beneficiary.exists() and"
                                + " relationship.exists() and subscriberId.exists()",
                        "one payer",
                        "payor.count() = 1",
                        "coverage-meta-profile-version",
                        version("Coverage")));
        for (String type :
                List.of(
                        "Inpatient-Institutional",
                        "Outpatient-Institutional",
                        "Professional-NonClinician",
                        "Pharmacy")) {
            rules.put(
                    c4bb + "ExplanationOfBenefit-" + type + "|2.1.0",
                    List.of(
                            "EOB-meta-profile-version",
                            version("ExplanationOfBenefit-" + type),
                            "mandatory elements",
                            "meta.lastUpdated.exists() and status.exists() and outcome.exists() and"
                                    + " use = 'claim' and total.exists()",
                            "unique claim id",
                            "identifier.where(type.coding.code = 'uc').exists()",
                            "one insurance is focal",
                            "insurance.where(focal = true).count() = 1",
                            "day of receipt",
                            "supportingInfo.where(category.coding.code ="
                                    + " 'clmrecvddate').exists()"));
        }
    }

    private static String version(String type) {
        return "meta.profile.where($this.startsWith("
                + "'http://hl7.org/fhir/us/carin-bb/StructureDefinition/C4BB-"
                + type
                + "|2.1')).exists()";
    }
}
