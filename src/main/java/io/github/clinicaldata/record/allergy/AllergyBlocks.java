package io.github.clinicaldata.record.allergy;

import io.github.clinicaldata.record.Population;
import io.github.clinicaldata.record.world.MemberBlock;
import io.github.clinicaldata.record.world.PlanYears;
import org.jspecify.annotations.Nullable;

/**
 * The allergies of a population by block; remembers the last one. Not safe for use by several
 * threads.
 */
public final class AllergyBlocks {
    private final AllergyDraw draw;
    private @Nullable AllergyBlock last;

    /** The allergies of a population. */
    public AllergyBlocks(Population population) {
        draw = new AllergyDraw(population, new PlanYears(population));
    }

    /** The allergies of a block of members of the same population. */
    public AllergyBlock of(MemberBlock members) {
        AllergyBlock block = last;
        if (block == null || block.number() != members.number()) {
            block = draw.draw(members);
            last = block;
        }
        return block;
    }
}
