package io.github.clinicaldata.record.eligibility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.clinicaldata.record.Knobs;
import io.github.clinicaldata.record.Population;
import io.github.clinicaldata.record.Readers;
import io.github.clinicaldata.record.RecordReader;
import io.github.clinicaldata.record.claim.Claim;
import io.github.clinicaldata.record.claim.ClaimReader;
import io.github.clinicaldata.record.claim.ClaimType;
import io.github.clinicaldata.record.claim.Decision;
import io.github.clinicaldata.record.coverage.Coverage;
import io.github.clinicaldata.record.coverage.CoverageType;
import io.github.clinicaldata.record.health.BlockHealth;
import io.github.clinicaldata.record.health.HealthReader;
import io.github.clinicaldata.record.medication.BlockPrescriptions;
import io.github.clinicaldata.record.member.Member;
import io.github.clinicaldata.record.world.EventSpace;
import io.github.clinicaldata.record.world.PlanYears;
import io.github.clinicaldata.support.Findings;
import io.github.clinicaldata.support.Tally;
import io.github.clinicaldata.support.World;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What must hold in each of a hundred thousand eligibility checks. */
class EligibilityRulesTest {
    private static final int COUNT = 100_000;
    private static final int MOST_DAYS_AFTER = 60;
    private static final Findings FINDINGS = new Findings();
    private static final Tally TALLY = new Tally();
    private static final EventSpace.Slot SLOT = new EventSpace.Slot();

    @BeforeAll
    static void readChecks() {
        read(World.POPULATION, COUNT, "default");
        LocalDate asOf = World.EPOCH.plusYears(1).plusDays(99);
        read(new Population(42, World.EPOCH, asOf, World.POPULATION.knobs()), 20_000, "later");
        read(rejecting("1"), 20_000, "all");
        read(rejecting("0"), 5_000, "none");
    }

    private static Population rejecting(String share) {
        Knobs knobs = new Knobs(new TreeMap<>(Map.of("rejection_share", share)));
        return new Population(42, World.EPOCH, World.EPOCH, knobs);
    }

    private static void read(Population population, int count, String name) {
        RecordReader<EligibilityCheck> reader =
                World.ELIGIBILITY_CHECKS.generator().open(population);
        PlanYears years = new PlanYears(population);
        for (long index = 0; index < count; index++) {
            EligibilityCheck check = reader.read(index);
            EligibilityReader.SPACE.locate(index, years.known(), SLOT);
            FINDINGS.expect(
                    "all of the past years are there",
                    check != null || SLOT.year() >= PlanYears.CURRENT,
                    index);
            if (check != null) {
                dates(check, years);
                answer(check);
                question(check);
                money(check);
                TALLY.add("status of " + name, check.status().code());
                if (name.equals("all") && check.rejection() != null) {
                    TALLY.add("reasons", check.rejection().key());
                }
            }
        }
    }

    private static void dates(EligibilityCheck check, PlanYears years) {
        FINDINGS.expect(
                "a check is in the year of its slot, and known",
                check.day() > years.firstDay(SLOT.year())
                        && check.day() <= years.lastDay(SLOT.year())
                        && check.day() <= years.asOf()
                        && check.inquiry().sent().toLocalDate().toEpochDay() == check.day(),
                check);
        Duration wait = Duration.between(check.inquiry().sent(), check.answered());
        FINDINGS.expect(
                "the answer comes within minutes, on the same day",
                wait.toSeconds() >= 1
                        && wait.toMinutes() <= 5
                        && check.answered().toLocalDate().toEpochDay() == check.day(),
                check);
        FINDINGS.expect(
                "nobody asks about the unborn",
                !check.member().birthDate().isAfter(LocalDate.ofEpochDay(check.day())),
                check);
        LocalDate service = check.inquiry().serviceDate();
        if (check.rejection() == null && service != null) {
            long ahead = service.toEpochDay() - check.day();
            TALLY.add("asked", ahead > 0 ? "before" : ahead < 0 ? "after" : "that day");
            // three days before a visit, over a long weekend even seven; some days after it
            FINDINGS.expect(
                    "the day that is asked about is near",
                    ahead >= -MOST_DAYS_AFTER && ahead <= 7,
                    check);
        }
    }

    private static void answer(EligibilityCheck check) {
        FINDINGS.expect(
                "rejected is what has a reason",
                (check.status() == CheckStatus.REJECTED) == (check.rejection() != null),
                check);
        FINDINGS.expect(
                "only active coverage has benefits",
                (check.status() == CheckStatus.ACTIVE) == (check.accumulated() != null)
                        && (check.status() == CheckStatus.ACTIVE) == !check.benefits().isEmpty(),
                check);
        LocalDate service = check.inquiry().serviceDate();
        if (check.rejection() == null && service != null) {
            FINDINGS.expect(
                    "active is who is covered on the day of the service",
                    (check.status() == CheckStatus.ACTIVE) == isCovered(check.member(), service),
                    check);
        }
        FoundCoverage found = check.coverage();
        if (found != null) {
            FINDINGS.expect(
                    "what is found is the member's coverage",
                    found.coverage().equals(check.member().coverage())
                            && found.coverage().payer() == check.payer(),
                    check);
        }
    }

    private static boolean isCovered(Member member, LocalDate day) {
        Coverage coverage = member.coverage();
        return coverage != null
                && !day.isBefore(coverage.effectiveDate())
                && (coverage.lastDay() == null || !day.isAfter(coverage.lastDay()));
    }

    private static void question(EligibilityCheck check) {
        Inquiry inquiry = check.inquiry();
        Member member = check.member();
        boolean number = inquiry.memberNumber() == member.memberNumber();
        boolean npi = inquiry.npi() == check.provider().npi();
        boolean birth = member.birthDate().equals(inquiry.birthDate());
        boolean name =
                member.firstName().equals(inquiry.firstName())
                        && member.lastName().equals(inquiry.lastName());
        Rejection rejection = check.rejection();
        if (rejection == null) {
            FINDINGS.expect(
                    "what is answered was asked rightly", number && npi && birth && name, check);
            return;
        }
        boolean right =
                switch (rejection.code().toString()) {
                    case "64", "67", "72", "75" -> !number && npi && birth && name;
                    case "43", "51" -> number && !npi && birth && name;
                    case "58", "71" -> number && npi && !birth && name;
                    case "15" -> number && npi && birth && inquiry.firstName() == null;
                    case "65", "73" -> number && npi && birth;
                    default -> number && npi && birth && name;
                };
        FINDINGS.expect("a rejected question has the mistake of its reason", right, check);
    }

    private static void money(EligibilityCheck check) {
        Accumulated met = check.accumulated();
        if (met != null) {
            FINDINGS.expect(
                    "nobody has met more than there is",
                    met.deductibleMet() >= 0
                            && met.deductibleMet() <= met.deductible()
                            && met.deductibleRemaining() <= met.deductible()
                            && (met.outOfPocketMax() < 0
                                    || met.outOfPocketMet() <= met.outOfPocketMax()),
                    check);
        }
        for (Benefit benefit : check.benefits()) {
            FINDINGS.expect(
                    "a benefit has a copay or a coinsurance",
                    (benefit.copay() >= 0 && benefit.coinsurance() < 0
                                    || benefit.copay() < 0 && benefit.coinsurance() >= 0)
                            == benefit.covered(),
                    check);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "all of the past years are there",
                "a check is in the year of its slot, and known",
                "the answer comes within minutes, on the same day",
                "nobody asks about the unborn",
                "the day that is asked about is near",
                "rejected is what has a reason",
                "only active coverage has benefits",
                "active is who is covered on the day of the service",
                "what is found is the member's coverage",
                "what is answered was asked rightly",
                "a rejected question has the mistake of its reason",
                "nobody has met more than there is",
                "a benefit has a copay or a coinsurance"
            })
    void always(String rule) {
        FINDINGS.assertHolds(rule);
    }

    @Test
    void everyRuleOfThePass_isAsserted() {
        assertThat(FINDINGS.rules()).hasSize(13);
    }

    @Test
    void theShareOfRejections_isThatOfTheKnob() {
        TALLY.assertNear(
                "status of default",
                Map.of("active", 0.81, "inactive", 0.13, "rejected", 0.06),
                0.02);
        assertThat(TALLY.groups()).contains("status of all", "status of none");
        TALLY.assertNear("status of all", Map.of("rejected", 1.0), 1e-9);
        TALLY.assertNear("status of none", Map.of("active", 0.865, "inactive", 0.135), 0.03);
    }

    @Test
    void accumulators_areTheSumsOfTheMembersClaims_upToThatDay() {
        ClaimReader claims = new ClaimReader(new Readers(World.POPULATION));
        EligibilityReader checks = new EligibilityReader(new Readers(World.POPULATION));
        int known = claims.years().known();
        int compared = 0;
        for (long index = 0;
                index < 2L * EligibilityReader.SPACE.block(World.POPULATION);
                index++) {
            EligibilityCheck check = checks.present(index);
            Accumulated met = check.accumulated();
            if (met == null) {
                continue;
            }
            EligibilityReader.SPACE.locate(index, known, SLOT);
            long deductible = 0;
            long outOfPocket = 0;
            for (int i = 0; i < claims.count(SLOT.year()); i++) {
                Claim claim = claims.claim(SLOT.block(), SLOT.year(), i);
                // drugs of Medicare's plans are under a benefit of their own
                boolean ofDrugs =
                        claim.type() == ClaimType.PHARMACY
                                && claim.coverage().type() == CoverageType.MEDICARE;
                if (claim.member().id().equals(check.member().id())
                        && !ofDrugs
                        && claim.prior() == null
                        && claim.decidedDay() <= check.day()) {
                    Decision decision = claim.settlement();
                    deductible += decision.deductible();
                    outOfPocket +=
                            decision.deductible() + decision.copay() + decision.coinsurance();
                }
            }
            assertThat(met.deductibleMet()).isEqualTo(deductible);
            assertThat(met.outOfPocketMet()).isEqualTo(outOfPocket);
            compared++;
        }
        assertThat(compared).isGreaterThan(500);
    }

    @Test
    void aMembersChecks_areFoundBothWays() {
        EligibilityReader reader = new EligibilityReader(new Readers(World.POPULATION));
        for (long member = 0; member < 64; member++) {
            for (long index : reader.ofMember(member)) {
                assertThat(reader.present(index).member().id().content().orElseThrow().index())
                        .isEqualTo(member);
            }
        }
    }

    @Test
    void visits_areAskedAboutBeforeThem_onTheDay_andBeforeTheyAreBilled() {
        TALLY.assertNear("asked", Map.of("before", 0.33, "that day", 0.47, "after", 0.20), 0.03);
    }

    /** The CAQH Index counts more checks than claims. */
    @Test
    void thereAreOneAndAHalfChecks_forEachClaimOfAVisit() {
        double claims =
                ClaimReader.SPACE.slots(PlanYears.CURRENT)
                        - BlockPrescriptions.FILLS.slots(PlanYears.CURRENT);
        assertThat(EligibilityReader.SPACE.slots(PlanYears.CURRENT) / claims)
                .isCloseTo(1.5, within(0.1));
    }

    @Test
    void slots_areWhatVisitsCallFor() {
        HealthReader reader = new HealthReader(new Readers(World.POPULATION));
        int blocks = 400;
        double[] expected = new double[PlanYears.COUNT];
        for (long number = 0; number < blocks; number++) {
            BlockHealth health = reader.at(number);
            BlockChecks checks = new BlockChecks(health);
            for (int year = PlanYears.FIRST; year < PlanYears.COUNT; year++) {
                checks.year(year);
                expected[year] += health.sample().expected() / blocks;
            }
        }
        for (int year = PlanYears.FIRST; year < PlanYears.COUNT; year++) {
            assertThat(expected[year] / EligibilityReader.SPACE.slots(year))
                    .as("year %d", year)
                    .isCloseTo(1, within(0.02));
        }
    }
}
