package io.github.clinicaldata.record.medication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.clinicaldata.record.Readers;
import io.github.clinicaldata.record.health.BlockHealth;
import io.github.clinicaldata.record.health.HealthReader;
import io.github.clinicaldata.record.world.PlanYears;
import io.github.clinicaldata.support.Findings;
import io.github.clinicaldata.support.World;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What must hold within each of very many fills, and how many of them a block needs. */
class FillRulesTest {
    private static final int BLOCKS = 400;
    private static final Findings FINDINGS = new Findings();
    private static final double[] PRESCRIPTIONS = new double[PlanYears.COUNT];
    private static final double[] FILLS = new double[PlanYears.COUNT];

    /** Days of the last fill of each course of drugs, and how long it lasted. */
    private static final Map<Long, Fill> LAST = new TreeMap<>();

    private static final Map<Long, Integer> HANDED_OUT = new TreeMap<>();
    private static long gaps;
    private static long prompt;

    @BeforeAll
    static void read() {
        HealthReader reader = new HealthReader(new Readers(World.POPULATION));
        for (long number = 0; number < BLOCKS; number++) {
            BlockHealth health = reader.at(number);
            BlockPrescriptions block = new BlockPrescriptions(health);
            LAST.clear();
            HANDED_OUT.clear();
            for (int year = PlanYears.BEFORE; year < PlanYears.COUNT; year++) {
                PRESCRIPTIONS[year] += block.natural(year) / (double) BLOCKS;
                FILLS[year] += block.naturalFills(year) / BLOCKS;
                Map<Prescription, Ending> endings = endings(block, year);
                for (Fill fill : block.fills(year)) {
                    look(health, year, fill, endings);
                }
            }
        }
    }

    private static Map<Prescription, Ending> endings(BlockPrescriptions block, int year) {
        Map<Prescription, Ending> endings = new IdentityHashMap<>();
        for (int each = Math.max(PlanYears.BEFORE, year - 1); each <= year; each++) {
            List<Ending> ofYear = block.endings(each, PlanYears.COUNT);
            for (int i = 0; i < ofYear.size(); i++) {
                endings.put(block.year(each).get(i), ofYear.get(i));
            }
        }
        return endings;
    }

    static List<String> rules() {
        return FINDINGS.rules();
    }

    @ParameterizedTest
    @MethodSource("rules")
    void rule(String rule) {
        FINDINGS.assertHolds(rule);
    }

    private static void look(
            BlockHealth health, int year, Fill fill, Map<Prescription, Ending> endings) {
        Prescription prescription = fill.prescription();
        FINDINGS.expect(
                "a fill is of its plan year",
                fill.day() > health.years().firstDay(year)
                        && fill.day() <= health.years().lastDay(year),
                fill);
        FINDINGS.expect(
                "nobody fetches drugs during a stay",
                health.visits(year).stream()
                        .filter(visit -> visit.member() == prescription.member())
                        .filter(visit -> visit.rule().stay() != null)
                        .noneMatch(stay -> stay.day() <= fill.day() && fill.day() < stay.lastDay()),
                fill);
        FINDINGS.expect(
                "a member is covered on the day of a fill",
                health.isCovered(prescription.member(), fill.day()),
                fill);
        FINDINGS.expect(
                "a pharmacy fills what it may, from the writing on and while it is valid",
                prescription.dispensed()
                        && fill.day() >= prescription.day()
                        && fill.day() <= prescription.day() + prescription.remedy().validDays(),
                fill);
        Ending ending = endings.get(prescription);
        FINDINGS.expect(
                "what was stopped is not filled any more",
                ending == null || ending.reason() == null || fill.day() <= ending.day(),
                fill);
        int sum = HANDED_OUT.merge(prescription.key(), fill.quantityTenths(), Integer::sum);
        FINDINGS.expect(
                "no more is handed out than was prescribed",
                sum <= prescription.quantityTenths() * (prescription.refills() + 1),
                fill);
        FINDINGS.expect(
                "a fill is whole, or a part of whole tablets or packs that the directions use up",
                isWholeOrPart(prescription, fill),
                fill);
        Fill before = LAST.put(prescription.course(), fill);
        if (before != null && prescription.longTerm()) {
            int gap = fill.day() - before.day();
            gaps++;
            prompt += gap <= before.daysSupply() * 1.25 ? 1 : 0;
            double early = Math.min(7, 0.2 * before.prescription().daysSupply());
            FINDINGS.expect(
                    "a long-term drug is filled once four fifths of the last supply are used",
                    gap >= before.daysSupply() - early && fill.daysLeft() <= early,
                    List.of(before, fill));
        }
    }

    private static boolean isWholeOrPart(Prescription prescription, Fill fill) {
        return fill.quantityTenths() == prescription.quantityTenths()
                        && fill.daysSupply() == prescription.daysSupply()
                || prescription.drug().canHandOut(fill.quantityTenths())
                        && isAsDirected(prescription, fill);
    }

    /** As much a day as the prescription has. */
    private static boolean isAsDirected(Prescription prescription, Fill fill) {
        return fill.quantityTenths() * prescription.daysSupply()
                == prescription.quantityTenths() * fill.daysSupply();
    }

    @Test
    void mostFills_followWhenTheSupplyHasEnded() {
        assertThat(prompt / (double) gaps).isCloseTo(0.78, within(0.12));
    }

    @Test
    void slots_areWhatBlocksNeed() {
        for (int year = PlanYears.BEFORE; year < PlanYears.COUNT; year++) {
            assertThat(PRESCRIPTIONS[year] / BlockPrescriptions.SPACE.slots(year))
                    .as("prescriptions of year %d", year)
                    .isCloseTo(1, within(0.03));
            if (year > PlanYears.BEFORE) {
                assertThat(FILLS[year] / BlockPrescriptions.FILLS.slots(year))
                        .as("fills of year %d", year)
                        .isCloseTo(1, within(0.03));
            }
        }
    }
}
