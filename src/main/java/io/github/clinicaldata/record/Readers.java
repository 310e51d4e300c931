package io.github.clinicaldata.record;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * The readers of one population that one caller uses together, and that share what they draw: the
 * encounters, claims and reports of a member come from one block, which is drawn once for all of
 * them. The records are the same as those of readers that share nothing. Not safe for use by
 * several threads.
 */
public final class Readers {
    private final Population population;

    /** Few enough to be searched from the front. */
    private final List<Object> opened = new ArrayList<>();

    /** No readers yet. */
    public Readers(Population population) {
        this.population = population;
    }

    /** The population of all of them. */
    public Population population() {
        return population;
    }

    /**
     * The reader of a type, opened at the first call.
     *
     * @param type of the reader, of which there is one
     * @param open opens it
     */
    public <T> T get(Class<T> type, Function<Readers, T> open) {
        for (Object one : opened) {
            if (type.isInstance(one)) {
                return type.cast(one);
            }
        }
        T first = open.apply(this);
        opened.add(first);
        return first;
    }
}
