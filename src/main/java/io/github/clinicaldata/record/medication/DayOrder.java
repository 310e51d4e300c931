package io.github.clinicaldata.record.medication;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.ToIntFunction;

/** Puts events into the order of their days, then of their members, then as they came. */
final class DayOrder {
    private static final int MEMBER_SHIFT = 20;
    private static final int DAY_SHIFT = 32;
    private static final int NUMBER_MASK = (1 << MEMBER_SHIFT) - 1;

    private DayOrder() {}

    /** The events in their order. */
    static <E> List<E> sorted(List<E> events, ToIntFunction<E> day, ToIntFunction<E> member) {
        long[] keys = new long[events.size()];
        for (int i = 0; i < keys.length; i++) {
            E event = events.get(i);
            keys[i] =
                    (long) day.applyAsInt(event) << DAY_SHIFT
                            | (long) member.applyAsInt(event) << MEMBER_SHIFT
                            | i;
        }
        Arrays.sort(keys);
        List<E> sorted = new ArrayList<>(keys.length);
        for (long key : keys) {
            sorted.add(events.get((int) key & NUMBER_MASK));
        }
        return Collections.unmodifiableList(sorted);
    }
}
