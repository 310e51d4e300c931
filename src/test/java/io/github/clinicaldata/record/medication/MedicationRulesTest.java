package io.github.clinicaldata.record.medication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.clinicaldata.record.RecordId;
import io.github.clinicaldata.record.allergy.AllergyBlock;
import io.github.clinicaldata.record.allergy.AllergyBlocks;
import io.github.clinicaldata.record.allergy.AllergyEvent;
import io.github.clinicaldata.record.health.MemberCondition;
import io.github.clinicaldata.record.health.Visit;
import io.github.clinicaldata.record.member.Member;
import io.github.clinicaldata.record.pathway.DrugOrder;
import io.github.clinicaldata.record.person.Sex;
import io.github.clinicaldata.record.provider.Provider;
import io.github.clinicaldata.record.provider.ProviderDirectory;
import io.github.clinicaldata.record.world.MemberBlock;
import io.github.clinicaldata.record.world.MemberBlocks;
import io.github.clinicaldata.support.Findings;
import io.github.clinicaldata.support.Sweep;
import io.github.clinicaldata.support.World;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What must hold within each of very many prescriptions. */
class MedicationRulesTest {
    private static final int COUNT = 300_000;
    private static final int AS_OF = (int) World.EPOCH.toEpochDay();
    private static final Findings FINDINGS = new Findings();
    private static final MemberBlocks MEMBERS = new MemberBlocks(World.POPULATION);
    private static final AllergyBlocks ALLERGIES = new AllergyBlocks(World.POPULATION);
    private static final Map<StopReason, Integer> STOPPED = new TreeMap<>();
    private static int sameTown;
    private static int dispensed;

    @BeforeAll
    static void read() {
        Sweep.over(World.MEDICATIONS, World.POPULATION, COUNT, MedicationRulesTest::look);
    }

    static List<String> rules() {
        return FINDINGS.rules();
    }

    @ParameterizedTest
    @MethodSource("rules")
    void rule(String rule) {
        FINDINGS.assertHolds(rule);
    }

    private static void look(Medication medication) {
        lookAtAllergies(medication);
        lookAtPeople(medication);
        lookAtEnd(medication);
        lookAtSupply(medication);
    }

    private static void lookAtAllergies(Medication medication) {
        long index = medication.member().id().content().orElseThrow().index();
        MemberBlock block = MEMBERS.at(index / MemberBlock.SIZE);
        AllergyBlock allergies = ALLERGIES.of(block);
        for (AllergyEvent event : allergies.of((int) (index % MemberBlock.SIZE))) {
            boolean forbidden = event.allergen().avoided().contains(medication.drug().drugClass());
            int day = medication.prescription().day();
            int onset = Math.max(event.onsetDay(), Integer.MIN_VALUE);
            boolean after =
                    day >= event.recordedDay() || onset != AllergyEvent.UNKNOWN && day >= onset;
            FINDINGS.expect(
                    "nobody is prescribed what an allergy forbids from its onset on",
                    !forbidden || !after || day >= event.resolvedDay(),
                    medication);
            boolean active = medication.status() == MedicationStatus.ACTIVE;
            FINDINGS.expect(
                    "what an allergy forbids is not active",
                    !forbidden || !active || !event.isActive(AS_OF),
                    medication);
        }
    }

    private static void lookAtPeople(Medication medication) {
        Member member = medication.member();
        int age =
                (int)
                        ChronoUnit.YEARS.between(
                                member.birthDate(),
                                LocalDate.ofEpochDay(medication.prescription().day()));
        FINDINGS.expect(
                "a drug is one that the pathway orders for the sex and age",
                isOrdered(medication, member.sex(), age),
                medication);
        FINDINGS.expect(
                "contraceptives are for women of 10 to 59",
                !medication.drug().drugClass().toString().equals("contraceptive")
                        || member.sex() == Sex.FEMALE && age >= 10 && age < 60,
                medication);
        Provider pharmacy = medication.pharmacy();
        FINDINGS.expect(
                "a pharmacy is there exactly for what it fills",
                (pharmacy != null) == medication.prescription().dispensed(),
                medication);
        if (pharmacy != null) {
            dispensed++;
            var place = pharmacy.address().place();
            sameTown += place.equals(member.address().place()) ? 1 : 0;
            FINDINGS.expect(
                    "the pharmacy is in the member's state",
                    place.state().equals(member.address().place().state()),
                    medication);
            FINDINGS.expect(
                    "the pharmacy is one",
                    pharmacy.type() == ProviderDirectory.standard().type("pharmacy"),
                    medication);
        }
    }

    private static boolean isOrdered(Medication medication, Sex sex, int age) {
        List<DrugOrder> orders = new ArrayList<>();
        Visit visit = medication.prescription().visit();
        MemberCondition condition = medication.prescription().condition();
        if (visit != null) {
            orders.addAll(visit.rule().medications());
        }
        if (condition != null) {
            orders.addAll(condition.pathway().medications());
        }
        // a renewal is decided on with the age of the anniversary
        return !medication.prescription().longTerm() && isCommon(medication)
                || orders.stream()
                        .anyMatch(
                                order ->
                                        order.drug() == medication.drug()
                                                && (order.limits().fit(sex, age)
                                                        || order.limits().fit(sex, age - 1)
                                                        || order.limits().fit(sex, age + 1)));
    }

    /** What fills the number in blocks of the healthy. */
    private static boolean isCommon(Medication medication) {
        String drug = medication.drug().key();
        return drug.equals("acetaminophen-500-mg-tablet")
                || drug.equals("ibuprofen-100-mg-5-ml-suspension");
    }

    private static void lookAtEnd(Medication medication) {
        Ending ending = medication.ending();
        FINDINGS.expect(
                "an active prescription has no end, the others have one up to as_of",
                (medication.status() == MedicationStatus.ACTIVE) == (ending == null)
                        && (ending == null || ending.day() <= AS_OF),
                medication);
        if (ending == null) {
            return;
        }
        FINDINGS.expect(
                "a prescription ends on the day of its writing or later",
                ending.day() >= medication.prescription().day(),
                medication);
        FINDINGS.expect(
                "what was stopped has a reason, what has run out has none",
                (ending.reason() != null) == (medication.status() == MedicationStatus.STOPPED),
                medication);
        StopReason reason = ending.reason();
        if (reason != null) {
            STOPPED.merge(reason, 1, Integer::sum);
            FINDINGS.expect(
                    "what a pregnancy ends is not safe then, and of a woman",
                    reason != StopReason.PREGNANCY
                            || !medication.drug().safeInPregnancy()
                                    && medication.member().sex() == Sex.FEMALE,
                    medication);
            FINDINGS.expect(
                    "what ends with its condition is a long-term drug of one that ended that day",
                    reason != StopReason.CONDITION_ENDED
                            || medication.prescription().longTerm()
                                    && conditionEnd(medication) == ending.day(),
                    medication);
        }
    }

    private static int conditionEnd(Medication medication) {
        MemberCondition condition = medication.prescription().condition();
        return condition == null ? Integer.MIN_VALUE : condition.end();
    }

    private static void lookAtSupply(Medication medication) {
        Prescription prescription = medication.prescription();
        boolean second = "II".equals(String.valueOf(medication.drug().schedule()));
        FINDINGS.expect(
                "drugs of schedule II are not refilled",
                !second || prescription.refills() == 0,
                medication);
        FINDINGS.expect(
                "the supply of a prescription lasts about as long as it holds, or less",
                prescription.refills() * prescription.daysSupply()
                        <= prescription.remedy().validDays(),
                medication);
        FINDINGS.expect(
                "a prescription has an encounter exactly where it was written at a visit",
                (medication.encounter() == null) == (prescription.visit() == null),
                medication);
    }

    @Test
    void pharmacies_areNearTheMember() {
        assertThat(sameTown / (double) dispensed).isGreaterThan(0.8);
    }

    @Test
    void eachReasonToStop_occurs() {
        assertThat(STOPPED).containsOnlyKeys(StopReason.values());
        int all = STOPPED.values().stream().mapToInt(Integer::intValue).sum();
        // no source; nearly all prescriptions run out or are renewed
        assertThat(all / (double) COUNT).isCloseTo(0.005, within(0.003));
    }

    @Test
    void encounters_findWhatWasPrescribedAtThem() {
        var there = new EncounterMedications().relations().get(0).finder();
        var back =
                World.MEDICATIONS.relations().stream()
                        .filter(relation -> relation.name().equals("encounter"))
                        .findFirst()
                        .orElseThrow()
                        .finder();
        int found = 0;
        for (long index = 0; index < 600; index++) {
            RecordId encounter =
                    World.MEDICATIONS.generator().present(World.POPULATION, index).encounter();
            long[] at = back.find(World.POPULATION, index);
            assertThat(at).hasSize(encounter == null ? 0 : 1);
            if (encounter != null) {
                found++;
                assertThat(World.ENCOUNTERS.generator().present(World.POPULATION, at[0]).id())
                        .isEqualTo(encounter);
                assertThat(there.find(World.POPULATION, at[0])).contains(index);
            }
        }
        assertThat(found).isGreaterThan(100);
    }
}
