package io.github.clinicaldata.record.medication;

import io.github.clinicaldata.record.allergy.AllergyEvent;
import io.github.clinicaldata.record.health.BlockHealth;
import io.github.clinicaldata.record.world.MemberBlock;
import java.util.List;

/** Which drugs the members of a block must not be given because of their allergies. */
final class Avoided {
    private final AllergyEvent[][] events = new AllergyEvent[MemberBlock.SIZE][];

    Avoided(BlockHealth health) {
        for (int member = 0; member < MemberBlock.SIZE; member++) {
            List<AllergyEvent> all = health.allergies().of(member);
            events[member] =
                    all.stream()
                            .filter(event -> !event.allergen().avoided().isEmpty())
                            .toArray(AllergyEvent[]::new);
        }
    }

    /** The first day on which the member knows of it: that of the onset, or of the record. */
    private static int firstDay(AllergyEvent event) {
        return event.onsetDay() == AllergyEvent.UNKNOWN
                ? event.recordedDay()
                : Math.min(event.onsetDay(), event.recordedDay());
    }

    /** Whether a member must not be given a drug on a day. */
    boolean has(int member, Remedy remedy, int day) {
        for (AllergyEvent event : events[member]) {
            if (firstDay(event) <= day
                    && day < event.resolvedDay()
                    && remedy.isAvoidedFor(event.allergen())) {
                return true;
            }
        }
        return false;
    }

    /**
     * The first day after another on which a member must no more be given a drug.
     *
     * @return {@link AllergyEvent#NEVER} where there is none
     */
    int next(int member, Remedy remedy, int after) {
        int next = AllergyEvent.NEVER;
        for (AllergyEvent event : events[member]) {
            int first = firstDay(event);
            if (first > after && first < next && remedy.isAvoidedFor(event.allergen())) {
                next = first;
            }
        }
        return next;
    }
}
