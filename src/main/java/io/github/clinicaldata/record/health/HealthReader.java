package io.github.clinicaldata.record.health;

import io.github.clinicaldata.record.Population;
import io.github.clinicaldata.record.Readers;
import io.github.clinicaldata.record.allergy.AllergyBlocks;
import io.github.clinicaldata.record.random.FixedSample;
import io.github.clinicaldata.record.random.RandomKey;
import io.github.clinicaldata.record.world.MemberBlocks;
import io.github.clinicaldata.record.world.PlanYears;
import org.jspecify.annotations.Nullable;

/** Reads the health of blocks and remembers the last one. Not safe for use by several threads. */
public final class HealthReader {
    private final PlanYears years;
    private final MemberBlocks blocks;
    private final RandomKey key;
    private final AllergyBlocks allergies;
    private final CareTeam care;
    private final FixedSample sample = new FixedSample();
    private @Nullable BlockHealth last;

    /** The health of a population. */
    public HealthReader(Readers readers) {
        Population population = readers.population();
        years = new PlanYears(population);
        blocks = MemberBlocks.of(readers);
        allergies = new AllergyBlocks(population);
        care = new CareTeam(population);
        key = RandomKey.of(population.seed(), "health");
    }

    /** The reader that others of the same caller share. */
    public static HealthReader of(Readers readers) {
        return readers.get(HealthReader.class, HealthReader::new);
    }

    /** The years of the population. */
    public PlanYears years() {
        return years;
    }

    /** The providers of the members of the block that was read last. */
    public CareTeam care() {
        return care;
    }

    /** The health of a block by its number. */
    public BlockHealth at(long number) {
        BlockHealth health = last;
        if (health == null || health.block().number() != number) {
            health = new BlockHealth(years, blocks.at(number), allergies, key, sample);
            care.turnTo(health.block());
            last = health;
        }
        return health;
    }
}
