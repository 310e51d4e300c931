package io.github.clinicaldata.format.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.clinicaldata.record.RecordReader;
import io.github.clinicaldata.record.claim.Claim;
import io.github.clinicaldata.support.FhirResources;
import io.github.clinicaldata.support.World;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.ExplanationOfBenefit;
import org.hl7.fhir.r4.model.ExplanationOfBenefit.AdjudicationComponent;
import org.hl7.fhir.r4.model.ExplanationOfBenefit.CareTeamComponent;
import org.hl7.fhir.r4.model.ExplanationOfBenefit.ItemComponent;
import org.hl7.fhir.r4.model.ExplanationOfBenefit.SupportingInformationComponent;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * The invariants and what else the profiles of CARIN Blue Button 2 demand of an
 * ExplanationOfBenefit, by their names there. Source: the implementation guide's sources
 * (HL7/carin-bb, {@code input/fsh}).
 */
class CarinBenefitsTest {
    private static final int CLAIMS = 5_000;
    private static final int LEAST = 10;
    private static final String C4BB =
            "http://hl7.org/fhir/us/carin-bb/StructureDefinition/C4BB-ExplanationOfBenefit-";
    private static final String VERSION = "|2.1.0";
    private static final String PROFESSIONAL = "Professional-NonClinician";
    private static final String INPATIENT = "Inpatient-Institutional";
    private static final String OUTPATIENT = "Outpatient-Institutional";
    private static final String PHARMACY = "Pharmacy";
    private static final Set<String> AMOUNTS =
            Set.of(
                    "submitted",
                    "copay",
                    "eligible",
                    "deductible",
                    "benefit",
                    "coinsurance",
                    "noncovered",
                    "paidtoprovider",
                    "memberliability",
                    "discount");

    /** Explanations of benefit by the end of their profile's address. */
    private static final Map<String, List<ExplanationOfBenefit>> BENEFITS = benefits();

    private static Map<String, List<ExplanationOfBenefit>> benefits() {
        ExplanationOfBenefitMapping mapping = new ExplanationOfBenefitMapping();
        RecordReader<Claim> reader = World.CLAIMS.generator().open(World.POPULATION);
        Map<String, List<ExplanationOfBenefit>> found = new TreeMap<>();
        for (long index = 0; index < CLAIMS; index++) {
            Claim claim = reader.read(index);
            if (claim != null && mapping.writes(claim)) {
                FhirResources.Content content =
                        writer -> mapping.write(claim, World.POPULATION, writer);
                ExplanationOfBenefit benefit = (ExplanationOfBenefit) content.structure();
                String profile = benefit.getMeta().getProfile().get(0).getValue();
                assertThat(profile).startsWith(C4BB).endsWith(VERSION);
                String name = profile.substring(C4BB.length(), profile.length() - VERSION.length());
                found.computeIfAbsent(name, key -> new ArrayList<>()).add(benefit);
            }
        }
        return found;
    }

    private static void each(String profile, Consumer<ExplanationOfBenefit> check) {
        List<ExplanationOfBenefit> benefits = BENEFITS.getOrDefault(profile, List.of());
        assertThat(benefits).as(profile).hasSizeGreaterThan(LEAST);
        benefits.forEach(check);
    }

    private static void each(Consumer<ExplanationOfBenefit> check) {
        List.of(PROFESSIONAL, INPATIENT, OUTPATIENT, PHARMACY)
                .forEach(profile -> each(profile, check));
    }

    private static void eachInstitutional(Consumer<ExplanationOfBenefit> check) {
        each(INPATIENT, check);
        each(OUTPATIENT, check);
    }

    private static String code(CodeableConcept concept) {
        return concept.getCodingFirstRep().getCode();
    }

    private static List<String> categories(List<AdjudicationComponent> adjudications) {
        return adjudications.stream().map(each -> code(each.getCategory())).toList();
    }

    private static List<String> categories(ExplanationOfBenefit benefit) {
        return benefit.getSupportingInfo().stream().map(each -> code(each.getCategory())).toList();
    }

    private static SupportingInformationComponent info(
            ExplanationOfBenefit benefit, String category) {
        return benefit.getSupportingInfo().stream()
                .filter(each -> code(each.getCategory()).equals(category))
                .findFirst()
                .orElseThrow(() -> new AssertionError(benefit.getId() + " has no " + category));
    }

    private static void roles(ExplanationOfBenefit benefit, String role) {
        for (CareTeamComponent each : benefit.getCareTeam()) {
            assertThat(code(each.getRole())).isEqualTo(role);
            assertThat(each.getProvider().getReference()).startsWith("Practitioner/");
            assertThat(each.getQualification().getCodingFirstRep().getSystem())
                    .isEqualTo("http://nucc.org/provider-taxonomy");
        }
    }

    @Test
    @DisplayName("EOB-insurance-focal")
    void insurance_isFocalOnce() {
        each(
                benefit -> {
                    assertThat(benefit.getInsurance()).hasSize(1);
                    assertThat(benefit.getInsuranceFirstRep().getFocal()).isTrue();
                });
    }

    @Test
    @DisplayName("EOB-institutional-item-or-header-adjudication")
    void amounts_standWithItemsOnly() {
        eachInstitutional(
                benefit -> {
                    assertThat(categories(benefit.getAdjudication()))
                            .doesNotContainAnyElementsOf(AMOUNTS);
                    assertThat(benefit.getItem())
                            .anySatisfy(
                                    item ->
                                            assertThat(categories(item.getAdjudication()))
                                                    .containsAnyElementsOf(AMOUNTS));
                });
    }

    @Test
    @DisplayName("adjudication-has-amount-type-slice")
    void items_haveAmounts() {
        each(
                benefit -> {
                    assertThat(benefit.getItem()).isNotEmpty();
                    for (ItemComponent item : benefit.getItem()) {
                        assertThat(categories(item.getAdjudication()))
                                .contains("submitted", "eligible", "benefit")
                                .doesNotHaveDuplicates();
                    }
                });
    }

    @Test
    @DisplayName("EOB-inst-careTeam-practitioner")
    void careTeamOfAnInstitution_isAPerson() {
        eachInstitutional(benefit -> roles(benefit, "attending"));
    }

    @Test
    @DisplayName("EOB-prof-careTeam-practitioner")
    void careTeamOfAPractitioner_isAPerson() {
        each(PROFESSIONAL, benefit -> roles(benefit, "rendering"));
    }

    @Test
    @DisplayName("EOB-pharm-careTeam-practitioner")
    void careTeamOfAPharmacy_isAPerson() {
        each(PHARMACY, benefit -> roles(benefit, "prescribing"));
    }

    @Test
    @DisplayName("EOB-inst-pointoforigin")
    void pointOfOrigin_isThatOfNewbornsForNewborns() {
        eachInstitutional(
                benefit -> {
                    boolean newborn = code(info(benefit, "admtype").getCode()).equals("4");
                    assertThat(
                                    info(benefit, "pointoforigin")
                                            .getCode()
                                            .getCodingFirstRep()
                                            .getSystem())
                            .isEqualTo(
                                    "https://www.nubc.org/CodeSystem/PointOfOrigin"
                                            + (newborn ? "Newborn" : ""));
                });
    }

    @Test
    @DisplayName("EOB-payee-other-type-requires-party")
    void payee_isWhoBills() {
        each(
                benefit -> {
                    assertThat(code(benefit.getPayee().getType())).isEqualTo("provider");
                    assertThat(benefit.getPayee().getParty().getReference())
                            .isEqualTo(benefit.getProvider().getReference());
                });
    }

    @Test
    @DisplayName("EOB-vision-item-productorservice")
    void items_haveACode() {
        each(
                PROFESSIONAL,
                benefit ->
                        assertThat(benefit.getItem())
                                .allSatisfy(
                                        item -> {
                                            Coding coding =
                                                    item.getProductOrService().getCodingFirstRep();
                                            assertThat(coding.getSystem())
                                                    .endsWith("HCPCSReleaseCodeSets");
                                            assertThat(coding.getDisplay()).isNull();
                                            assertThat(item.hasServicedDateType()).isTrue();
                                            assertThat(item.hasLocationCodeableConcept()).isTrue();
                                        }));
    }

    @Test
    @DisplayName("C4BB-ExplanationOfBenefit")
    void all_haveWhatTheAbstractProfileDemands() {
        each(
                benefit -> {
                    assertThat(benefit.getMeta().getLastUpdated()).isNotNull();
                    assertThat(benefit.getIdentifier()).hasSize(1);
                    assertThat(code(benefit.getIdentifierFirstRep().getType())).isEqualTo("uc");
                    assertThat(benefit.getIdentifierFirstRep().getValue()).startsWith("SYN");
                    assertThat(benefit.getUse()).isEqualTo(ExplanationOfBenefit.Use.CLAIM);
                    assertThat(benefit.getBillablePeriod().getStart()).isNotNull();
                    assertThat(benefit.getInsurer().getReference())
                            .startsWith("Organization/payer-");
                    assertThat(benefit.getRelated())
                            .allSatisfy(
                                    related -> {
                                        assertThat(code(related.getRelationship()))
                                                .isEqualTo("prior");
                                        assertThat(related.getReference().getValue())
                                                .startsWith("SYN");
                                    });
                    if (benefit.hasPayment()) {
                        assertThat(code(benefit.getPayment().getType()))
                                .isIn("paid", "denied", "partiallypaid");
                    }
                });
    }

    @Test
    @DisplayName("C4BB-ExplanationOfBenefit-Inpatient-Institutional")
    void stays_haveWhatTheirProfileDemands() {
        each(
                INPATIENT,
                benefit -> {
                    assertThat(code(benefit.getSubType())).isEqualTo("inpatient");
                    String bill = code(info(benefit, "typeofbill").getCode());
                    assertThat(bill).matches("[12]1[178]");
                    List<String> told =
                            new ArrayList<>(
                                    List.of(
                                            "clmrecvddate",
                                            "typeofbill",
                                            "admtype",
                                            "pointoforigin",
                                            "admissionperiod",
                                            "drg",
                                            "discharge-status"));
                    if (bill.startsWith("2")) {
                        told.remove("drg");
                    }
                    assertThat(categories(benefit)).containsExactlyElementsOf(told);
                    assertThat(benefit.getItem())
                            .allSatisfy(item -> assertThat(item.hasRevenue()).isTrue());
                    diagnoses(benefit, Set.of("other", "externalcauseofinjury"));
                });
    }

    @Test
    @DisplayName("C4BB-ExplanationOfBenefit-Outpatient-Institutional")
    void institutions_haveWhatTheirProfileDemands() {
        each(
                OUTPATIENT,
                benefit -> {
                    assertThat(code(benefit.getSubType())).isEqualTo("outpatient");
                    assertThat(categories(benefit))
                            .containsExactly(
                                    "clmrecvddate", "typeofbill", "admtype", "pointoforigin");
                    diagnoses(benefit, Set.of("other", "externalcauseofinjury"));
                });
        eachInstitutional(
                benefit -> {
                    assertThat(benefit.getProvider().getReference()).startsWith("Organization/");
                    assertThat(categories(benefit.getAdjudication()))
                            .containsExactly("billingnetworkstatus", "benefitpaymentstatus");
                });
    }

    @Test
    @DisplayName("C4BB-ExplanationOfBenefit-Professional-NonClinician")
    void practitioners_haveWhatTheirProfileDemands() {
        each(
                PROFESSIONAL,
                benefit -> {
                    assertThat(categories(benefit)).startsWith("clmrecvddate");
                    assertThat(categories(benefit.getAdjudication()))
                            .containsExactly("billingnetworkstatus");
                    assertThat(benefit.getItem())
                            .allSatisfy(
                                    item ->
                                            assertThat(categories(item.getAdjudication()))
                                                    .contains("benefitpaymentstatus"));
                    diagnoses(benefit, Set.of("secondary"));
                });
    }

    @Test
    @DisplayName("C4BB-ExplanationOfBenefit-Pharmacy")
    void pharmacies_haveWhatTheirProfileDemands() {
        each(
                PHARMACY,
                benefit -> {
                    assertThat(categories(benefit))
                            .containsExactly(
                                    "clmrecvddate",
                                    "dayssupply",
                                    "refillnum",
                                    "refillsauthorized",
                                    "dawcode");
                    assertThat(info(benefit, "dawcode").getCode().getExtensionFirstRep().getUrl())
                            .endsWith("/data-absent-reason");
                    assertThat(benefit.getItem())
                            .allSatisfy(
                                    item ->
                                            assertThat(code(item.getProductOrService()))
                                                    .matches("\\d{11}"));
                    assertThat(categories(benefit.getAdjudication()))
                            .containsExactly("billingnetworkstatus", "benefitpaymentstatus");
                });
    }

    private static void diagnoses(ExplanationOfBenefit benefit, Set<String> further) {
        assertThat(code(benefit.getDiagnosisFirstRep().getTypeFirstRep())).isEqualTo("principal");
        assertThat(benefit.getDiagnosis().stream().skip(1))
                .allSatisfy(each -> assertThat(code(each.getTypeFirstRep())).isIn(further));
    }
}
