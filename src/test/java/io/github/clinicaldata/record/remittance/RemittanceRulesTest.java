package io.github.clinicaldata.record.remittance;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.clinicaldata.record.Knobs;
import io.github.clinicaldata.record.Population;
import io.github.clinicaldata.record.Readers;
import io.github.clinicaldata.record.RecordReader;
import io.github.clinicaldata.record.claim.Adjustment;
import io.github.clinicaldata.record.claim.Claim;
import io.github.clinicaldata.record.claim.ClaimLine;
import io.github.clinicaldata.record.claim.ClaimReader;
import io.github.clinicaldata.record.claim.ClaimStatus;
import io.github.clinicaldata.record.world.EventSpace;
import io.github.clinicaldata.record.world.Holidays;
import io.github.clinicaldata.record.world.PlanYears;
import io.github.clinicaldata.support.Findings;
import io.github.clinicaldata.support.World;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What must hold in each of a hundred thousand remittances, and between them and their claims. */
class RemittanceRulesTest {
    private static final int COUNT = 100_000;
    private static final Findings FINDINGS = new Findings();
    private static final EventSpace.Slot SLOT = new EventSpace.Slot();
    private static final Set<String> SETTLED = new TreeSet<>();
    private static final Map<String, Long> OWED = new TreeMap<>();
    private static long claims;
    private static long several;
    private static long transfers;
    private static long checks;
    private static long waited;
    private static int lastDay;
    private static int lastYear;
    private static long lastBlock = -1;

    @BeforeAll
    static void readRemittances() {
        read(World.POPULATION, COUNT);
        several = 0;
        claims = 0;
        transfers = 0;
        checks = 0;
        waited = 0;
        read(new Population(7, World.EPOCH, World.EPOCH, World.POPULATION.knobs()), COUNT);
        long[] shares = {several, claims, transfers, checks, waited};
        read(later(), 20_000);
        read(knobs("denial_share", "1"), 10_000);
        read(knobs("invalid_share", "1"), 10_000);
        several = shares[0];
        claims = shares[1];
        transfers = shares[2];
        checks = shares[3];
        waited = shares[4];
    }

    private static Population later() {
        LocalDate asOf = World.EPOCH.plusYears(1).plusDays(99);
        return new Population(42, World.EPOCH, asOf, World.POPULATION.knobs());
    }

    private static Population knobs(String name, String value) {
        return new Population(
                42, World.EPOCH, World.EPOCH, new Knobs(new TreeMap<>(Map.of(name, value))));
    }

    private static void read(Population population, int count) {
        RecordReader<Remittance> reader = World.REMITTANCES.generator().open(population);
        PlanYears years = new PlanYears(population);
        SETTLED.clear();
        lastBlock = -1;
        for (long index = 0; index < count; index++) {
            Remittance remittance = reader.read(index);
            RemittanceReader.SPACE.locate(index, years.known(), SLOT);
            FINDINGS.expect(
                    "all of the past years are there",
                    remittance != null || SLOT.year() >= PlanYears.CURRENT,
                    index);
            if (remittance != null) {
                place(remittance, years);
                balance(remittance);
                remittance.claims().forEach(settled -> claim(remittance, settled));
            }
        }
    }

    private static void place(Remittance remittance, PlanYears years) {
        int day = remittance.day();
        FINDINGS.expect(
                "a remittance is paid in the year of its slot, and known",
                day > years.firstDay(SLOT.year())
                        && day <= years.lastDay(SLOT.year())
                        && day <= years.asOf(),
                remittance);
        FINDINGS.expect(
                "banks settle payments on the day", Holidays.isBankDay(day), remittance.id());
        if (SLOT.block() != lastBlock || SLOT.year() != lastYear) {
            lastDay = 0;
            OWED.clear();
        }
        FINDINGS.expect("the order is that of the payment days", day >= lastDay, remittance);
        lastDay = day;
        lastYear = SLOT.year();
        lastBlock = SLOT.block();
        several += remittance.claims().size() > 1 ? 1 : 0;
        claims += remittance.claims().size();
        transfers += remittance.method() == PaymentMethod.ACH ? 1 : 0;
        checks += remittance.method() == PaymentMethod.CHECK ? 1 : 0;
    }

    private static void balance(Remittance remittance) {
        long paid = remittance.claims().stream().mapToLong(SettledClaim::paid).sum();
        long adjusted =
                remittance.adjustments().stream().mapToLong(ProviderAdjustment::amount).sum();
        FINDINGS.expect(
                "the total is the sum of the claims and the provider adjustments, and not negative",
                remittance.total() == paid + adjusted && remittance.total() >= 0,
                remittance);
        FINDINGS.expect(
                "nothing is paid by the method for nothing",
                remittance.total() == 0 == (remittance.method() == PaymentMethod.NONE),
                remittance);
        String parties = remittance.payer().id() + " " + remittance.payee().npi();
        Long owed = OWED.remove(parties);
        FINDINGS.expect(
                "what a payee owes is taken from the next payment",
                remittance.carriedFrom() == (owed == null ? 0 : owed),
                remittance);
        if (remittance.carriedTo() != 0) {
            OWED.put(parties, remittance.carriedTo());
            FINDINGS.expect(
                    "a balance is carried on where nothing is paid",
                    remittance.carriedTo() < 0 && remittance.total() == 0,
                    remittance);
        }
    }

    private static void claim(Remittance remittance, SettledClaim settled) {
        Claim claim = settled.claim();
        long adjusted = settled.adjustments().stream().mapToLong(Adjustment::amount).sum();
        FINDINGS.expect(
                "a claim's charge is what is paid and adjusted",
                settled.charge() == claim.charge() && settled.charge() == settled.paid() + adjusted,
                settled);
        FINDINGS.expect(
                "the lines make up what is paid",
                settled.paid() == claim.lines().stream().mapToLong(ClaimLine::paid).sum(),
                settled);
        FINDINGS.expect(
                "adjustments have a group and reason each",
                settled.adjustments().stream()
                                .map(each -> each.group() + "-" + each.reason())
                                .distinct()
                                .count()
                        == settled.adjustments().size(),
                settled);
        FINDINGS.expect(
                "denied claims get nothing",
                settled.status() != SettlementStatus.DENIED
                        || settled.paid() == 0 && claim.status() == ClaimStatus.DENIED,
                settled);
        FINDINGS.expect(
                "claims are of the payer and the payee, and paid on the payment day",
                claim.coverage().payer() == remittance.payer()
                        && claim.billing().npi() == remittance.payee().npi()
                        && claim.paymentDay() == remittance.day()
                        && claim.decidedDay() < remittance.day(),
                settled);
        FINDINGS.expect(
                "a claim is settled once", SETTLED.add(settled.claim().id().toString()), settled);
        waited += remittance.day() - claim.decidedDay();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "all of the past years are there",
                "a remittance is paid in the year of its slot, and known",
                "banks settle payments on the day",
                "the order is that of the payment days",
                "the total is the sum of the claims and the provider adjustments, and not negative",
                "nothing is paid by the method for nothing",
                "what a payee owes is taken from the next payment",
                "a balance is carried on where nothing is paid",
                "a claim's charge is what is paid and adjusted",
                "the lines make up what is paid",
                "adjustments have a group and reason each",
                "denied claims get nothing",
                "claims are of the payer and the payee, and paid on the payment day",
                "a claim is settled once"
            })
    void always(String rule) {
        FINDINGS.assertHolds(rule);
    }

    @Test
    void everyRuleOfThePass_isAsserted() {
        assertThat(FINDINGS.rules()).hasSize(14);
    }

    @Test
    void everyClaimWithAPaymentDay_isSettledOnce_andFindsItsWayBack() {
        for (Population population : new Population[] {World.POPULATION, later()}) {
            ClaimReader reader = new ClaimReader(new Readers(population));
            int known = new PlanYears(population).known();
            int asOf = (int) population.asOf().toEpochDay();
            Map<Long, Long> remittanceOf = new TreeMap<>();
            RemittanceReader remittances = new RemittanceReader(new Readers(population));
            for (long index = 0; index < 5L * RemittanceReader.SPACE.block(population); index++) {
                Remittance remittance = remittances.read(index);
                if (remittance == null) {
                    continue;
                }
                for (SettledClaim settled : remittance.claims()) {
                    remittanceOf.put(settled.claim().number(), index);
                }
            }
            int settled = 0;
            for (long index = 0; index < 5L * ClaimReader.SPACE.block(population); index++) {
                Claim claim = reader.read(index);
                if (claim != null && claim.paymentDay() <= asOf) {
                    settled++;
                    assertThat(remittanceOf)
                            .as("%s of %d", claim, known)
                            .containsKey(claim.number());
                    Long remittance = remittanceOf.get(claim.number());
                    if (index % 97 == 0 && remittance != null) {
                        assertThat(remittances.ofClaim(index)).containsExactly(remittance);
                    }
                }
            }
            assertThat(remittanceOf).hasSize(settled);
        }
    }

    @Test
    void remittances_carryAboutTwoClaims_andWaitAFewWeeks() {
        assertThat((double) claims / COUNT).isBetween(1.8, 2.0);
        assertThat((double) several / COUNT).isBetween(0.3, 0.6);
        assertThat((double) waited / claims).isBetween(10.0, 24.0);
    }

    @Test
    void threeOfFourPayments_areTransfers() {
        assertThat((double) transfers / (transfers + checks)).isBetween(0.73, 0.79);
    }
}
