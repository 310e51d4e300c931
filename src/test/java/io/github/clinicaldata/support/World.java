package io.github.clinicaldata.support;

import io.github.clinicaldata.format.ByteSink;
import io.github.clinicaldata.format.EncoderSession;
import io.github.clinicaldata.format.RecordFormat;
import io.github.clinicaldata.format.StreamContext;
import io.github.clinicaldata.format.csv.CsvFormat;
import io.github.clinicaldata.format.fhir.AllergyIntoleranceMapping;
import io.github.clinicaldata.format.fhir.AppointmentMapping;
import io.github.clinicaldata.format.fhir.ClaimMapping;
import io.github.clinicaldata.format.fhir.ConditionMapping;
import io.github.clinicaldata.format.fhir.CoverageEligibilityRequestMapping;
import io.github.clinicaldata.format.fhir.CoverageEligibilityResponseMapping;
import io.github.clinicaldata.format.fhir.CoverageMapping;
import io.github.clinicaldata.format.fhir.DiagnosticReportMapping;
import io.github.clinicaldata.format.fhir.DrugCoverageMapping;
import io.github.clinicaldata.format.fhir.EncounterMapping;
import io.github.clinicaldata.format.fhir.ExplanationOfBenefitMapping;
import io.github.clinicaldata.format.fhir.FhirBundleFormat;
import io.github.clinicaldata.format.fhir.FhirFormat;
import io.github.clinicaldata.format.fhir.ImmunizationMapping;
import io.github.clinicaldata.format.fhir.LocationMapping;
import io.github.clinicaldata.format.fhir.MedicationRequestMapping;
import io.github.clinicaldata.format.fhir.ObservationMapping;
import io.github.clinicaldata.format.fhir.OrganizationMapping;
import io.github.clinicaldata.format.fhir.PatientMapping;
import io.github.clinicaldata.format.fhir.PaymentReconciliationMapping;
import io.github.clinicaldata.format.fhir.PractitionerMapping;
import io.github.clinicaldata.format.fhir.PractitionerRoleMapping;
import io.github.clinicaldata.format.fhir.ProcedureMapping;
import io.github.clinicaldata.format.fhir.ProvenanceMapping;
import io.github.clinicaldata.format.fhir.RelatedPersonMapping;
import io.github.clinicaldata.format.fhir.ResourceMappings;
import io.github.clinicaldata.format.fhir.SecondaryCoverageMapping;
import io.github.clinicaldata.format.fhir.SpecimenMapping;
import io.github.clinicaldata.format.hl7v2.Admissions;
import io.github.clinicaldata.format.hl7v2.Discharges;
import io.github.clinicaldata.format.hl7v2.Hl7Format;
import io.github.clinicaldata.format.hl7v2.MemberUpdates;
import io.github.clinicaldata.format.hl7v2.MessageType;
import io.github.clinicaldata.format.hl7v2.ObservationResults;
import io.github.clinicaldata.format.hl7v2.Registrations;
import io.github.clinicaldata.format.hl7v2.VaccinationUpdates;
import io.github.clinicaldata.format.hl7v2.VisitUpdates;
import io.github.clinicaldata.format.json.JsonFormat;
import io.github.clinicaldata.format.json.NdjsonFormat;
import io.github.clinicaldata.format.protobuf.AllergyProtobuf;
import io.github.clinicaldata.format.protobuf.ClaimProtobuf;
import io.github.clinicaldata.format.protobuf.ConditionProtobuf;
import io.github.clinicaldata.format.protobuf.DiagnosticReportProtobuf;
import io.github.clinicaldata.format.protobuf.EligibilityCheckProtobuf;
import io.github.clinicaldata.format.protobuf.EncounterProtobuf;
import io.github.clinicaldata.format.protobuf.EnrollmentProtobuf;
import io.github.clinicaldata.format.protobuf.MedicationProtobuf;
import io.github.clinicaldata.format.protobuf.MemberProtobuf;
import io.github.clinicaldata.format.protobuf.ObservationProtobuf;
import io.github.clinicaldata.format.protobuf.ProcedureProtobuf;
import io.github.clinicaldata.format.protobuf.ProtobufFormat;
import io.github.clinicaldata.format.protobuf.ProtobufMapping;
import io.github.clinicaldata.format.protobuf.ProviderProtobuf;
import io.github.clinicaldata.format.protobuf.RemittanceProtobuf;
import io.github.clinicaldata.format.protobuf.VaccineProtobuf;
import io.github.clinicaldata.format.x12.BenefitEnrollments;
import io.github.clinicaldata.format.x12.EligibilityInquiries;
import io.github.clinicaldata.format.x12.EligibilityResponses;
import io.github.clinicaldata.format.x12.InstitutionalClaims;
import io.github.clinicaldata.format.x12.ProfessionalClaims;
import io.github.clinicaldata.format.x12.RemittanceAdvice;
import io.github.clinicaldata.format.x12.StatusRequests;
import io.github.clinicaldata.format.x12.StatusResponses;
import io.github.clinicaldata.format.x12.TransactionSet;
import io.github.clinicaldata.format.x12.X12Format;
import io.github.clinicaldata.plan.Catalog;
import io.github.clinicaldata.record.Population;
import io.github.clinicaldata.record.Readers;
import io.github.clinicaldata.record.RecordKind;
import io.github.clinicaldata.record.RecordReader;
import io.github.clinicaldata.record.RecordRelations;
import io.github.clinicaldata.record.allergy.AllergiesKind;
import io.github.clinicaldata.record.allergy.MemberAllergies;
import io.github.clinicaldata.record.claim.ClaimRelations;
import io.github.clinicaldata.record.claim.ClaimsKind;
import io.github.clinicaldata.record.claim.EncounterClaims;
import io.github.clinicaldata.record.condition.ConditionsKind;
import io.github.clinicaldata.record.condition.MemberConditions;
import io.github.clinicaldata.record.diagnosticreport.DiagnosticReportsKind;
import io.github.clinicaldata.record.diagnosticreport.EncounterDiagnosticReports;
import io.github.clinicaldata.record.diagnosticreport.MemberDiagnosticReports;
import io.github.clinicaldata.record.eligibility.EligibilityChecksKind;
import io.github.clinicaldata.record.eligibility.MemberChecks;
import io.github.clinicaldata.record.encounter.ConditionEncounters;
import io.github.clinicaldata.record.encounter.EncountersKind;
import io.github.clinicaldata.record.encounter.MemberEncounters;
import io.github.clinicaldata.record.enrollment.EnrollmentsKind;
import io.github.clinicaldata.record.enrollment.MemberEnrollments;
import io.github.clinicaldata.record.medication.EncounterMedications;
import io.github.clinicaldata.record.medication.MedicationsKind;
import io.github.clinicaldata.record.medication.MemberMedications;
import io.github.clinicaldata.record.member.MembersKind;
import io.github.clinicaldata.record.observation.EncounterObservations;
import io.github.clinicaldata.record.observation.MemberObservations;
import io.github.clinicaldata.record.observation.ObservationsKind;
import io.github.clinicaldata.record.observation.ReportObservations;
import io.github.clinicaldata.record.procedure.EncounterProcedures;
import io.github.clinicaldata.record.procedure.MemberProcedures;
import io.github.clinicaldata.record.procedure.ProceduresKind;
import io.github.clinicaldata.record.provider.ProvidersKind;
import io.github.clinicaldata.record.remittance.ClaimRemittance;
import io.github.clinicaldata.record.remittance.RemittancesKind;
import io.github.clinicaldata.record.vaccine.MemberVaccines;
import io.github.clinicaldata.record.vaccine.VaccinesKind;
import java.time.LocalDate;
import java.util.List;

/** The real kinds, formats and populations, made without a container. */
public final class World {
    /** The first day of the plan year of all tests. */
    public static final LocalDate EPOCH = LocalDate.of(2026, 1, 1);

    /** The population of all tests that don't need another. */
    public static final Population POPULATION = Population.of(42, EPOCH);

    /** The kind {@code allergies}. */
    public static final AllergiesKind ALLERGIES = new AllergiesKind();

    /** The kind {@code claims}. */
    public static final ClaimsKind CLAIMS = new ClaimsKind();

    /** The kind {@code conditions}. */
    public static final ConditionsKind CONDITIONS = new ConditionsKind();

    /** The kind {@code diagnostic-reports}. */
    public static final DiagnosticReportsKind DIAGNOSTIC_REPORTS = new DiagnosticReportsKind();

    /** The kind {@code eligibility-checks}. */
    public static final EligibilityChecksKind ELIGIBILITY_CHECKS = new EligibilityChecksKind();

    /** The kind {@code encounters}. */
    public static final EncountersKind ENCOUNTERS = new EncountersKind();

    /** The kind {@code enrollments}. */
    public static final EnrollmentsKind ENROLLMENTS = new EnrollmentsKind();

    /** The kind {@code medications}. */
    public static final MedicationsKind MEDICATIONS = new MedicationsKind();

    /** The kind {@code members}. */
    public static final MembersKind MEMBERS = new MembersKind();

    /** The kind {@code observations}. */
    public static final ObservationsKind OBSERVATIONS = new ObservationsKind();

    /** The kind {@code procedures}. */
    public static final ProceduresKind PROCEDURES = new ProceduresKind();

    /** The kind {@code providers}. */
    public static final ProvidersKind PROVIDERS = new ProvidersKind();

    /** The kind {@code remittances}. */
    public static final RemittancesKind REMITTANCES = new RemittancesKind();

    /** The kind {@code vaccines}. */
    public static final VaccinesKind VACCINES = new VaccinesKind();

    /** All kinds; the test of the catalog proves that the container finds the same. */
    public static final List<RecordKind<?>> KINDS =
            List.of(
                    ALLERGIES,
                    CLAIMS,
                    CONDITIONS,
                    DIAGNOSTIC_REPORTS,
                    ELIGIBILITY_CHECKS,
                    ENCOUNTERS,
                    ENROLLMENTS,
                    MEDICATIONS,
                    MEMBERS,
                    OBSERVATIONS,
                    PROCEDURES,
                    PROVIDERS,
                    REMITTANCES,
                    VACCINES);

    /** The protobuf messages of all kinds. */
    public static final List<ProtobufMapping> MESSAGES =
            List.of(
                    new AllergyProtobuf(),
                    new ClaimProtobuf(),
                    new ConditionProtobuf(),
                    new DiagnosticReportProtobuf(),
                    new EligibilityCheckProtobuf(),
                    new EncounterProtobuf(),
                    new EnrollmentProtobuf(),
                    new MedicationProtobuf(),
                    new MemberProtobuf(),
                    new ObservationProtobuf(),
                    new ProcedureProtobuf(),
                    new ProviderProtobuf(),
                    new RemittanceProtobuf(),
                    new VaccineProtobuf());

    /** The X12 transaction sets of all kinds. */
    public static final List<TransactionSet<?>> TRANSACTIONS =
            List.of(
                    new BenefitEnrollments(),
                    new EligibilityInquiries(),
                    new EligibilityResponses(),
                    new InstitutionalClaims(),
                    new ProfessionalClaims(),
                    new RemittanceAdvice(),
                    new StatusRequests(),
                    new StatusResponses());

    /** The HL7 v2 messages of all kinds. */
    public static final List<MessageType<?>> HL7_MESSAGES =
            List.of(
                    new Admissions(),
                    new Discharges(),
                    new MemberUpdates(),
                    new ObservationResults(),
                    new Registrations(),
                    new VaccinationUpdates(),
                    new VisitUpdates());

    /** The FHIR resources of all kinds. */
    public static final ResourceMappings RESOURCES =
            new ResourceMappings(
                    List.of(
                            new AllergyIntoleranceMapping(),
                            new AppointmentMapping(),
                            new ConditionMapping(),
                            new DiagnosticReportMapping(),
                            new EncounterMapping(),
                            new ImmunizationMapping(),
                            new ClaimMapping(),
                            new CoverageEligibilityRequestMapping(),
                            new CoverageEligibilityResponseMapping(),
                            new CoverageMapping(),
                            new ExplanationOfBenefitMapping(),
                            new LocationMapping(),
                            new MedicationRequestMapping(),
                            new ObservationMapping(),
                            new OrganizationMapping(),
                            new PatientMapping(),
                            new PaymentReconciliationMapping(),
                            new PractitionerMapping(),
                            new PractitionerRoleMapping(),
                            new ProcedureMapping(),
                            new ProvenanceMapping(),
                            new RelatedPersonMapping(),
                            new SecondaryCoverageMapping(),
                            new DrugCoverageMapping(),
                            new SpecimenMapping()));

    /** All formats. */
    public static final List<RecordFormat> FORMATS =
            List.of(
                    new CsvFormat(),
                    new FhirFormat(RESOURCES),
                    new FhirBundleFormat(RESOURCES),
                    new Hl7Format(HL7_MESSAGES),
                    new JsonFormat(),
                    new NdjsonFormat(),
                    new ProtobufFormat(MESSAGES),
                    new X12Format(TRANSACTIONS));

    /** The relations that kinds announce for others. */
    public static final List<RecordRelations> RELATIONS =
            List.of(
                    new ClaimRelations(),
                    new ClaimRemittance(),
                    new ConditionEncounters(),
                    new EncounterClaims(),
                    new EncounterDiagnosticReports(),
                    new EncounterObservations(),
                    new EncounterMedications(),
                    new EncounterProcedures(),
                    new MemberAllergies(),
                    new MemberChecks(),
                    new MemberConditions(),
                    new MemberDiagnosticReports(),
                    new MemberEncounters(),
                    new MemberEnrollments(),
                    new MemberMedications(),
                    new MemberObservations(),
                    new MemberProcedures(),
                    new MemberVaccines(),
                    new ReportObservations());

    private World() {}

    /** A catalog of all of it. */
    public static Catalog catalog() {
        return new Catalog(KINDS, FORMATS, RELATIONS);
    }

    /** A format by its name. */
    public static RecordFormat format(String name) {
        return FORMATS.stream()
                .filter(format -> format.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** A whole stream of the records at these indexes. */
    public static <R> byte[] stream(
            RecordKind<R> kind, RecordFormat format, Population population, long... indexes) {
        return stream(kind, format, new Readers(population), indexes);
    }

    /** A whole stream of the records at these indexes, which some readers read. */
    public static <R> byte[] stream(
            RecordKind<R> kind, RecordFormat format, Readers readers, long... indexes) {
        ByteSink sink = new ByteSink(1 << 12);
        EncoderSession<R> session =
                format.encoder(kind, kind.schema())
                        .open(new StreamContext(readers.population(), 0));
        RecordReader<R> reader = kind.generator().open(readers);
        session.begin(sink);
        for (long index : indexes) {
            session.write(reader.present(index), sink);
        }
        session.end(sink);
        return sink.toByteArray();
    }
}
