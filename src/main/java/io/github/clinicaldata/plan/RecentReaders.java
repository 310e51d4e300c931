package io.github.clinicaldata.plan;

import io.github.clinicaldata.record.Population;
import io.github.clinicaldata.record.Readers;
import io.github.clinicaldata.record.RecordKind;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * The readers of the look-ups that ended last. Who looks at a member asks for more of the same
 * member: readers that still hold the member's block answer without drawing it again. What they
 * read is the same whether they hold it or not, so whoever gets readers of another block is only
 * slower.
 *
 * <p>Readers are lent to one caller at a time, and come back only from those that ended well: a
 * draw that failed in the middle leaves nothing behind.
 */
@Singleton
public final class RecentReaders {
    /** How many are kept; they hold 3 MiB each where all kinds of a block were drawn. */
    static final int MOST = 8;

    private record Place(Population population, long block) {}

    private final Map<Place, Readers> idle = new LinkedHashMap<>();

    /**
     * Looks something up.
     *
     * @param index of a record of the kind that is looked up first
     * @param lookUp must be done with the readers, and with all that was read, when it returns
     */
    public <T> T use(
            RecordKind<?> kind, Population population, long index, Function<Readers, T> lookUp) {
        Readers readers = take(kind, population, index);
        T found = lookUp.apply(readers);
        giveBack(readers, kind, index);
        return found;
    }

    /**
     * Readers for one caller: those of the last look-up that began at the block of an index, where
     * they were given back.
     */
    public Readers take(RecordKind<?> kind, Population population, long index) {
        Readers last;
        synchronized (idle) {
            last = idle.remove(place(kind, population, index));
        }
        return last == null ? new Readers(population) : last;
    }

    /** Takes readers back from a caller that is done with all that was read. */
    public void giveBack(Readers readers, RecordKind<?> kind, long index) {
        synchronized (idle) {
            Place place = place(kind, readers.population(), index);
            idle.remove(place);
            idle.put(place, readers);
            if (idle.size() > MOST) {
                idle.remove(idle.keySet().iterator().next());
            }
        }
    }

    private static Place place(RecordKind<?> kind, Population population, long index) {
        return new Place(population, index / kind.indexes().block(population));
    }
}
