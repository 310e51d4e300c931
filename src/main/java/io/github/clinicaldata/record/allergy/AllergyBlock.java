package io.github.clinicaldata.record.allergy;

import io.github.clinicaldata.record.Text;
import io.github.clinicaldata.record.world.MemberBlock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The allergies of the members of one block, whatever {@code asOf} is. Immutable; other kinds ask
 * it what a member must not be given.
 */
public final class AllergyBlock {
    private final long number;
    private final AllergyEvent[][] byYear;
    private final List<List<AllergyEvent>> byPosition = new ArrayList<>();

    /**
     * A block.
     *
     * @param number of the block
     * @param byYear the allergies by the plan year in which they are recorded, in their order
     */
    AllergyBlock(long number, AllergyEvent[][] byYear) {
        this.number = number;
        this.byYear = byYear;
        for (int position = 0; position < MemberBlock.SIZE; position++) {
            byPosition.add(new ArrayList<>(2));
        }
        for (AllergyEvent[] events : byYear) {
            for (AllergyEvent event : events) {
                byPosition.get(event.position()).add(event);
            }
        }
    }

    /** The number of the block. */
    public long number() {
        return number;
    }

    /** The allergy in a slot of a plan year, by recorded day. */
    AllergyEvent event(int year, int slot) {
        return byYear[year][slot];
    }

    /** All allergies of the member at a position, by recorded day; later than {@code asOf} too. */
    public List<AllergyEvent> of(int position) {
        return Collections.unmodifiableList(byPosition.get(position));
    }

    /**
     * Whether the member at a position must not be given a class of drugs.
     *
     * @param drugClass as {@code avoid_class} of {@code codes/allergens.csv} names it
     * @param day in days since 1970-01-01; only what is on record then counts
     */
    public boolean mustAvoid(int position, Text drugClass, int day) {
        List<AllergyEvent> events = byPosition.get(position);
        for (int i = 0; i < events.size(); i++) {
            AllergyEvent event = events.get(i);
            if (event.isActive(day) && event.allergen().avoided().contains(drugClass)) {
                return true;
            }
        }
        return false;
    }
}
