package io.github.clinicaldata.record.provider;

import io.github.clinicaldata.record.place.Place;
import io.github.clinicaldata.record.place.Places;
import io.github.clinicaldata.record.random.Mixer;
import io.github.clinicaldata.record.random.Permutation;
import io.github.clinicaldata.record.random.RandomStream;
import java.util.List;

/**
 * Which block of providers is where, both ways by arithmetic.
 *
 * <p>A cycle of 2^14 blocks covers the country: each place has blocks in proportion to its
 * population, at least one, and a bijection of the seed scatters them over the cycle. So the block
 * of an index has a place, and a place has blocks, with no table of either.
 */
final class ProviderPlaces {
    private static final int CYCLE_BITS = 14;
    private static final int CYCLE = 1 << CYCLE_BITS;

    private final Places places;
    private final int[] firstSlot;
    private final int[] placeOfSlot = new int[CYCLE];

    ProviderPlaces(Places places) {
        this.places = places;
        List<Place> all = places.all();
        double total = all.stream().mapToDouble(Place::population).sum();
        int free = CYCLE - all.size();
        firstSlot = new int[all.size() + 1];
        double before = 0;
        for (int i = 0; i < all.size(); i++) {
            // one block each, and the free ones by the running share of the population
            firstSlot[i] = i + (int) (before / total * free);
            before += all.get(i).population();
        }
        firstSlot[all.size()] = CYCLE;
        for (int i = 0; i < all.size(); i++) {
            for (int slot = firstSlot[i]; slot < firstSlot[i + 1]; slot++) {
                placeOfSlot[slot] = i;
            }
        }
    }

    /** The scattering of the blocks of one cycle. */
    static Permutation scattering(long seed) {
        return new Permutation(Mixer.combine(seed, Mixer.hash("provider-places")), CYCLE);
    }

    /** The place of a block; every cycle has the same layout. */
    Place placeOf(long block, Permutation scattering) {
        return places.at(placeOfSlot[(int) scattering.apply(block & (CYCLE - 1))]);
    }

    /** A block in a place, one of the first cycle. */
    long blockIn(Place place, Permutation scattering, RandomStream stream) {
        int first = firstSlot[place.ordinal()];
        int count = firstSlot[place.ordinal() + 1] - first;
        return scattering.invert(first + stream.nextInt(count));
    }
}
