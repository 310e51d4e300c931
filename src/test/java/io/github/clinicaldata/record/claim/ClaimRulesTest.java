package io.github.clinicaldata.record.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.clinicaldata.record.Readers;
import io.github.clinicaldata.record.code.Drug;
import io.github.clinicaldata.record.coverage.Coverage;
import io.github.clinicaldata.record.coverage.CoverageType;
import io.github.clinicaldata.record.health.VisitDiagnosis;
import io.github.clinicaldata.support.Findings;
import io.github.clinicaldata.support.Sweep;
import io.github.clinicaldata.support.World;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What must hold within each of a million claims, and how often what comes. */
class ClaimRulesTest {
    private static final Findings FINDINGS = new Findings();
    private static final Map<ClaimType, int[]> DENIED = new TreeMap<>();
    private static final int AS_OF = (int) World.EPOCH.toEpochDay();
    private static final int INSULIN_LIMITED_FROM = (int) LocalDate.of(2023, 1, 1).toEpochDay();
    private static int reworked;
    private static int originals;
    private static int seconds;

    @BeforeAll
    static void readClaims() {
        Sweep.over(World.CLAIMS, World.POPULATION, Sweep.MILLION, ClaimRulesTest::look);
    }

    static List<String> rules() {
        return FINDINGS.rules();
    }

    @ParameterizedTest
    @MethodSource("rules")
    void rule(String rule) {
        FINDINGS.assertHolds(rule);
    }

    private static void look(Claim claim) {
        lookAtDates(claim);
        lookAtDiagnoses(claim);
        lookAtForm(claim);
        FINDINGS.expect(
                "the facility is another provider than who bills",
                claim.facility() == null || !claim.facility().id().equals(claim.billing().id()),
                claim);
        lookAtDrugs(claim);
        lookAtSecondPayer(claim);
        Decision decision = claim.decision();
        boolean screening =
                claim.type() != ClaimType.PHARMACY
                        && claim.diagnoses()
                                .get(0)
                                .diagnosis()
                                .code()
                                .toString()
                                .startsWith("Z12.");
        FINDINGS.expect(
                "what screens for cancer costs members nothing, unless it is denied",
                !screening
                        || decision == null
                        || claim.settlement().denial() != null
                        || decision.member() == 0,
                claim);
        FINDINGS.expect(
                "a decision is there exactly from its day on",
                (decision != null) == claim.decidedDay() <= AS_OF,
                claim);
        if (decision != null) {
            lookAtMoney(claim, decision);
        }
        int[] counts = DENIED.computeIfAbsent(claim.type(), none -> new int[2]);
        if (claim.frequency() == ClaimFrequency.ORIGINAL) {
            originals++;
            counts[0]++;
            counts[1] += claim.settlement().denial() != null ? 1 : 0;
        } else {
            reworked++;
        }
    }

    private static void lookAtDates(Claim claim) {
        LocalDate birth = claim.member().birthDate();
        FINDINGS.expect(
                "birth <= coverage <= service <= end <= receipt <= as_of",
                !birth.isAfter(claim.coverage().effectiveDate())
                        && claim.coverage().effectiveDate().toEpochDay() <= claim.from()
                        && claim.from() <= claim.to()
                        && claim.to() <= claim.received()
                        && claim.received() <= AS_OF,
                claim);
        FINDINGS.expect(
                "receipt <= decision <= payment",
                claim.received() <= claim.decidedDay() && claim.decidedDay() <= claim.paymentDay(),
                claim);
        List<StatusChange> history = claim.history();
        boolean ordered = history.get(0).status() == ClaimStatus.RECEIVED;
        for (int i = 1; i < history.size(); i++) {
            ordered &= history.get(i - 1).day() <= history.get(i).day();
        }
        FINDINGS.expect(
                "the status history begins with the receipt and ends on as_of at the latest",
                ordered && history.get(history.size() - 1).day() <= AS_OF,
                claim);
        FINDINGS.expect(
                "lines are of days of the claim",
                claim.lines().stream()
                        .allMatch(line -> line.day >= claim.from() && line.day <= claim.to()),
                claim);
    }

    private static void lookAtDiagnoses(Claim claim) {
        boolean fit = true;
        int expected = 1;
        for (VisitDiagnosis each : claim.diagnoses()) {
            fit &=
                    each.rank() == expected++
                            && (each.diagnosis().sex() == null
                                    || each.diagnosis().sex() == claim.member().sex());
        }
        FINDINGS.expect("diagnoses are numbered and fit the member's sex", fit, claim);
        if (claim.type() != ClaimType.PHARMACY) {
            FINDINGS.expect("medical claims have a diagnosis", !claim.diagnoses().isEmpty(), claim);
        }
    }

    private static void lookAtForm(Claim claim) {
        boolean professional = claim.type() == ClaimType.PROFESSIONAL;
        boolean institutional = claim.type() == ClaimType.INSTITUTIONAL;
        for (ClaimLine line : claim.lines()) {
            FINDINGS.expect(
                    "professional lines have a procedure, institutional ones a revenue code,"
                            + " pharmacy ones an NDC",
                    professional
                            ? line.procedureCode() != null
                            : institutional ? line.revenueCode() != null : line.ndc() != null,
                    claim);
        }
        FINDINGS.expect(
                "a type of bill stands on institutional claims alone",
                (claim.typeOfBill() != null) == institutional
                        && (claim.placeOfService() == null) == institutional,
                claim);
        FINDINGS.expect(
                "a replacement or void names its original",
                (claim.original() == null) == (claim.frequency() == ClaimFrequency.ORIGINAL),
                claim);
    }

    /** A part of a split claim may have what goes with a session alone. */
    private static void lookAtDrugs(Claim claim) {
        for (ClaimLine line : claim.lines()) {
            if (line.drug == null) {
                continue;
            }
            FINDINGS.expect(
                    "drugs that a visit gives have code, NDC, quantity and unit",
                    claim.type() == ClaimType.PHARMACY
                            || line.procedureCode() != null
                                    && line.ndc() != null
                                    && line.ndcQuantity() > 0
                                    && line.ndcUnit() != null,
                    claim);
            FINDINGS.expect(
                    "no claim is for what is sold without a prescription",
                    !line.drug.overTheCounter(),
                    claim);
            lookAtLimits(claim, line, line.drug);
        }
        Coverage main = claim.member().coverage();
        if (claim.type() == ClaimType.PHARMACY && main != null) {
            FINDINGS.expect(
                    "a plan of drugs pays for those who have Original Medicare",
                    !claim.coverage().needsDrugPlan()
                            && (!main.needsDrugPlan()
                                    || claim.coverage() == claim.member().drugPlan()),
                    claim);
        }
    }

    private static void lookAtLimits(Claim claim, ClaimLine line, Drug drug) {
        if (claim.decision() == null || line.denial != null) {
            return;
        }
        boolean medicare = claim.coverage().type() == CoverageType.MEDICARE;
        FINDINGS.expect(
                "from 2023 on insulin costs members of Medicare at most 35 dollars a month",
                claim.type() != ClaimType.PHARMACY
                        || !medicare
                        || !drug.drugClass().toString().equals("insulin")
                        || claim.from() < INSULIN_LIMITED_FROM
                        || line.member() <= Math.max(1, drug.days() / 30) * 3_500L,
                claim);
        FINDINGS.expect(
                "contraceptives cost members outside Medicare nothing",
                medicare
                        || !drug.drugClass().toString().equals("contraceptive")
                        || line.member() == 0,
                claim);
    }

    private static void lookAtSecondPayer(Claim claim) {
        Decision before = claim.priorDecision();
        FINDINGS.expect(
                "a claim is to the first payer, or names the claim to it",
                (claim.sequence() == PayerSequence.SECONDARY) == (claim.prior() != null)
                        && (before == null) == (claim.prior() == null),
                claim);
        if (before == null) {
            return;
        }
        seconds++;
        FINDINGS.expect(
                "Medicaid is asked after Medicare has decided and pays no more than that one left",
                claim.coverage() == claim.member().secondary()
                        && claim.coverage().type() == CoverageType.MEDICAID
                        && claim.priorCoverage() == claim.member().coverage()
                        && claim.decidedDay() > claim.priorDay()
                        && claim.settlement().paid() <= before.member()
                        && claim.settlement().member() == 0,
                claim);
        for (ClaimLine line : claim.lines()) {
            ClaimLine prior = line.prior();
            long adjusted =
                    prior == null
                            ? -1
                            : prior.adjustments().stream().mapToLong(Adjustment::amount).sum();
            FINDINGS.expect(
                    "what the payer before paid and adjusted of each line is its charge",
                    prior != null
                            && prior.number() == line.number()
                            && prior.charge() == line.charge()
                            && prior.paid() + adjusted == line.charge(),
                    claim);
        }
    }

    @Test
    void claimsOfThoseWithMedicareAndMedicaid_goOn() {
        assertThat(seconds / (double) originals).isBetween(0.004, 0.012);
    }

    private static void lookAtMoney(Claim claim, Decision decision) {
        long charge = 0;
        long allowed = 0;
        long paid = 0;
        long member = 0;
        boolean taken = claim.frequency() == ClaimFrequency.VOID;
        for (ClaimLine line : claim.lines()) {
            long adjusted = line.paid();
            for (Adjustment adjustment : line.adjustments()) {
                adjusted += adjustment.amount();
            }
            FINDINGS.expect(
                    "of each line charge = allowed + contractual and allowed = paid + member",
                    line.charge() == line.allowed() + line.contractual()
                            && line.allowed() == line.paid() + line.member(),
                    claim);
            FINDINGS.expect(
                    "of each line charge = paid + adjustments", adjusted == line.charge(), claim);
            FINDINGS.expect(
                    "no amount is negative but where a claim is taken back",
                    taken
                            || line.charge() > 0
                                    && line.allowed() >= 0
                                    && line.paid() >= 0
                                    && line.member() >= 0
                                    && line.contractual() >= 0,
                    claim);
            charge += line.charge();
            allowed += line.allowed();
            paid += line.paid();
            member += line.member();
        }
        FINDINGS.expect(
                "the sums of the lines are the claim's",
                charge == claim.charge()
                        && allowed == decision.allowed()
                        && paid == decision.paid()
                        && member == decision.member()
                        && charge - allowed == decision.contractual(),
                claim);
        FINDINGS.expect(
                "a wholly denied claim pays nothing",
                !claim.whollyDenied() || decision.paid() == 0 && decision.denial() != null,
                claim);
    }

    @Test
    void shares_ofDenials_areNearTheTables() {
        assertThat(share(ClaimType.PROFESSIONAL)).isCloseTo(0.10, within(0.02));
        assertThat(share(ClaimType.INSTITUTIONAL)).isCloseTo(0.135, within(0.02));
        assertThat(share(ClaimType.PHARMACY)).isCloseTo(0.107, within(0.02));
    }

    private static double share(ClaimType type) {
        int[] counts = DENIED.getOrDefault(type, new int[] {1, 0});
        return counts[1] / (double) counts[0];
    }

    @Test
    void someClaims_comeBack() {
        assertThat(reworked / (double) (originals + reworked)).isCloseTo(0.0135, within(0.004));
    }

    @Test
    void accumulators_areThoseOfASimpleSumInTheOrderOfDecisions() {
        ClaimReader reader = new ClaimReader(new Readers(World.POPULATION));
        for (long block = 0; block < 40; block++) {
            for (int year = 1; year <= 3; year++) {
                assertAccumulators(reader, block, year);
            }
        }
    }

    private static void assertAccumulators(ClaimReader reader, long block, int year) {
        List<Claim> claims = new ArrayList<>();
        for (int i = 0; i < reader.count(year); i++) {
            claims.add(reader.claim(block, year, i));
        }
        claims.sort(Comparator.comparingInt(Claim::decidedDay));
        long[] deductible = new long[64];
        long[] outOfPocket = new long[64];
        long[] highest = new long[64];
        long[] ofDrugs = new long[64];
        Map<Long, Long> families = new TreeMap<>();
        DrugBenefit benefit =
                DrugBenefit.of(LocalDate.ofEpochDay(reader.years().lastDay(year)).getYear());
        for (Claim claim : claims) {
            if (claim.prior() != null) {
                continue;
            }
            if (claim.type() == ClaimType.PHARMACY
                    && claim.coverage().type() == CoverageType.MEDICARE) {
                for (ClaimLine line : claim.lines()) {
                    ofDrugs[claim.memberPosition()] += line.member() - line.notCovered;
                }
                if (benefit.catastrophic() == 0) {
                    assertThat(ofDrugs[claim.memberPosition()])
                            .isLessThanOrEqualTo(benefit.threshold());
                }
                continue;
            }
            int member = claim.memberPosition();
            for (ClaimLine line : claim.lines()) {
                deductible[member] += line.deductible;
                outOfPocket[member] += line.deductible + line.copay + line.coinsurance;
            }
            PlanDesign design = reader.design(block, member);
            long policy = claim.member().subscriberNumber();
            for (ClaimLine line : claim.lines()) {
                families.merge(policy, line.deductible, Long::sum);
            }
            assertThat(families.getOrDefault(policy, 0L))
                    .isLessThanOrEqualTo(2 * Math.max(0, design.deductible()));
            assertThat(deductible[member]).isLessThanOrEqualTo(Math.max(0, design.deductible()));
            if (design.outOfPocketMax() != PlanDesign.NONE) {
                assertThat(outOfPocket[member]).isLessThanOrEqualTo(design.outOfPocketMax());
            }
            highest[member] = Math.max(highest[member], claim.settlement().deductibleMet());
        }
        for (int member = 0; member < highest.length; member++) {
            assertThat(highest[member]).isGreaterThanOrEqualTo(deductible[member]);
        }
    }

    @Test
    void medicareLaboratoryTests_costTheMemberNothing() {
        Sweep.over(
                World.CLAIMS,
                World.POPULATION,
                20_000,
                claim -> {
                    if (claim.coverage().type() == CoverageType.MEDICARE
                            && claim.type() == ClaimType.PROFESSIONAL) {
                        claim.lines().stream()
                                .filter(
                                        line ->
                                                line.service != null
                                                        && line.service
                                                                .kind()
                                                                .toString()
                                                                .equals("laboratory")
                                                        && line.denial == null)
                                .forEach(line -> assertThat(line.member()).isZero());
                    }
                });
    }

    @Test
    void claimsOfAMember_areExactlyThoseThatNameIt() {
        Map<Long, List<Long>> byMember = new TreeMap<>();
        long block = World.CLAIMS.indexes().block(World.POPULATION);
        long count = 100_000 / block * block;
        long[] index = {0};
        Sweep.over(
                World.CLAIMS,
                World.POPULATION,
                count,
                claim ->
                        byMember.computeIfAbsent(
                                        claim.member().id().content().orElseThrow().index(),
                                        none -> new ArrayList<>())
                                .add(index[0]++));
        var finder = new ClaimRelations().relations().get(0).finder();
        var back = World.CLAIMS.relations().get(0).finder();
        Readers readers = new Readers(World.POPULATION);
        for (long member = 0; member < count / block * 64; member++) {
            long[] found = finder.find(readers, member);
            List<Long> expected = byMember.getOrDefault(member, List.of());
            assertThat(found)
                    .containsExactly(expected.stream().mapToLong(Long::longValue).toArray());
            if (found.length > 0) {
                assertThat(back.find(readers, found[0])).containsExactly(member);
            }
        }
    }
}
