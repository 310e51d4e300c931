package io.github.clinicaldata.record.member;

import io.github.clinicaldata.record.RecordId;
import io.github.clinicaldata.record.Text;
import io.github.clinicaldata.record.coverage.Coverage;
import io.github.clinicaldata.record.person.Origin;
import io.github.clinicaldata.record.person.Race;
import io.github.clinicaldata.record.place.Address;
import org.jspecify.annotations.Nullable;

/**
 * What the members of a household share.
 *
 * @param first index of the first member; the others follow
 * @param id the household's id
 * @param people the members in order: head, partner, parent, other adults, children from the eldest
 * @param origin race and Hispanic origin
 * @param race the race that goes with the origin
 * @param surname the family's surname
 * @param language preferred for care
 * @param address home
 * @param telephone of the home
 * @param incomeBand position in {@code CoverageMix.BANDS}
 * @param married whether a couple is married
 * @param policyholder position of who holds the family's policy, or -1
 * @param subscriber the record of who holds the family's policy, or of the head where there is none
 * @param policy the family's policy, or null
 */
public record Household(
        long first,
        RecordId id,
        Person[] people,
        Origin origin,
        Race race,
        Text surname,
        Text language,
        Address address,
        long telephone,
        int incomeBand,
        boolean married,
        int policyholder,
        RecordId subscriber,
        @Nullable Coverage policy) {

    /** Whether the person at a position is covered by the family's policy. */
    public boolean isOnPolicy(int position) {
        Person person = people[position];
        boolean family = person.role().isPartner() || person.role() == Role.CHILD;
        return policyholder >= 0 && family && person.coverage().coversDependents();
    }
}
