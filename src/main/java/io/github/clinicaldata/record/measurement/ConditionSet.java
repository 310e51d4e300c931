package io.github.clinicaldata.record.measurement;

import io.github.clinicaldata.record.pathway.Pathway;
import io.github.clinicaldata.record.pathway.Pathways;

/** Some of the pathways, as bits by their ordinal. Immutable. */
public final class ConditionSet {
    /** Words of 64 bits that hold all pathways. */
    static final int WORDS = 3;

    private final long first;
    private final long second;
    private final long third;

    private ConditionSet(long first, long second, long third) {
        this.first = first;
        this.second = second;
        this.third = third;
    }

    /** The pathway of a key, or those of a category; none where there is neither. */
    public static ConditionSet of(String key) {
        long[] words = new long[WORDS];
        boolean exact = Pathways.standard().find(key).isPresent();
        for (Pathway pathway : Pathways.standard().all()) {
            if (exact ? pathway.key().equals(key) : pathway.category().toString().equals(key)) {
                words[pathway.ordinal() >> 6] |= 1L << pathway.ordinal();
            }
        }
        return new ConditionSet(words[0], words[1], words[2]);
    }

    /** Those in this or the other. */
    public ConditionSet or(ConditionSet other) {
        return new ConditionSet(first | other.first, second | other.second, third | other.third);
    }

    /** Whether any is among some that are given as words. */
    boolean meets(long[] words) {
        return ((first & words[0]) | (second & words[1]) | (third & words[2])) != 0;
    }

    /** Whether the pathway of an ordinal is among them. */
    public boolean has(int ordinal) {
        long word = ordinal < 64 ? first : ordinal < 128 ? second : third;
        return (word >>> ordinal & 1) != 0;
    }

    /** Whether there is none. */
    boolean isEmpty() {
        return (first | second | third) == 0;
    }

    /** The lowest ordinal that is also among some that are given as words; -1 for none. */
    int firstOf(long[] words) {
        long one = first & words[0];
        if (one != 0) {
            return Long.numberOfTrailingZeros(one);
        }
        long two = second & words[1];
        if (two != 0) {
            return 64 + Long.numberOfTrailingZeros(two);
        }
        long three = third & words[2];
        return three == 0 ? -1 : 128 + Long.numberOfTrailingZeros(three);
    }
}
