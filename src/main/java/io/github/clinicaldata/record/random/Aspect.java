package io.github.clinicaldata.record.random;

/**
 * One facet of a record that draws from a stream of its own, for example its name or its address.
 *
 * @param key the hashed name
 */
public record Aspect(long key) {
    /** An aspect by its stable name; the name is part of the population's bytes. */
    public static Aspect named(String name) {
        return new Aspect(Mixer.hash(name));
    }
}
