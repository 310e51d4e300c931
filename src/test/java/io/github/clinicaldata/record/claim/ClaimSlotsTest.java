package io.github.clinicaldata.record.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.clinicaldata.record.Readers;
import io.github.clinicaldata.record.health.BlockHealth;
import io.github.clinicaldata.record.health.HealthReader;
import io.github.clinicaldata.record.medication.BlockPrescriptions;
import io.github.clinicaldata.record.world.PlanYears;
import io.github.clinicaldata.support.World;
import java.util.List;
import org.junit.jupiter.api.Test;

class ClaimSlotsTest {
    private static final int BLOCKS = 400;

    @Test
    void slotsOfVisits_areWhatBlocksBill_withHalfOfTheFollowUps() {
        HealthReader reader = new HealthReader(new Readers(World.POPULATION));
        ClaimKnobs knobs = ClaimKnobs.of(World.POPULATION.knobs());
        SecondClaims second = new SecondClaims(new ClaimDates(knobs));
        double[] expected = new double[PlanYears.COUNT];
        for (long number = 0; number < BLOCKS; number++) {
            BlockHealth health = reader.at(number);
            VisitClaims claims =
                    new VisitClaims(health, new BlockPrescriptions(health), reader.care(), second);
            for (int year = PlanYears.FIRST; year < PlanYears.COUNT; year++) {
                for (ClaimDraft claim : claims.candidates(year)) {
                    expected[year] +=
                            Math.min(1, VisitClaims.probability(claim))
                                    * VisitClaims.slots(List.of(claim))
                                    / BLOCKS;
                }
            }
        }
        for (int year = PlanYears.FIRST; year < PlanYears.COUNT; year++) {
            assertThat(expected[year] / VisitClaims.SLOTS[year])
                    .as("year %d", year)
                    .isCloseTo(1, within(0.03));
        }
    }

    /** Two of these 64 people need a plan of drugs, have none, and would be the last way out. */
    @Test
    void fillsOfPeopleWhoseDrugsNobodyPays_areNotBilled_whereABlockHasTooFew() {
        ClaimReader reader = new ClaimReader(new Readers(World.POPULATION));

        for (long index = 8_564_730; index < 8_566_000; index++) {
            Claim claim = reader.present(index);
            assertThat(claim.coverage().needsDrugPlan() && claim.type() == ClaimType.PHARMACY)
                    .as("claim %d", index)
                    .isFalse();
        }
    }
}
