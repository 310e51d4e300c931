package io.github.clinicaldata.record.world;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * Sorts what happens in a block by numbers that are read once from each, rather than at each
 * comparison: a block's year has hundreds of events of each kind, and sorting them was a tenth of
 * making them.
 */
public final class Sorting {
    /** Bits of a day since 1970-01-01, up to the year 2328. */
    public static final int DAY_BITS = 17;

    private static final int MINUTE_BITS = 11;
    private static final int MEMBER_BITS = 6;

    /** Days from a day before anybody's birth to 1970-01-01. */
    private static final int OLDEST = 1 << 16;

    private Sorting() {}

    /** A number that ascends with the day, the minute of it, and the member's position. */
    public static long time(int day, int minute, int member) {
        return ((long) day << MINUTE_BITS | minute) << MEMBER_BITS | member;
    }

    /** A number that ascends with the day, which may be before 1970, and the member's position. */
    public static long day(int day, int member) {
        return (long) (day + OLDEST) << MEMBER_BITS | member;
    }

    /**
     * Sorts by a number.
     *
     * @param key not negative; the smaller the better, since it is sorted together with the
     *     position, as 63 bits, and by the comparator alone where these do not suffice
     * @param order of all, which the numbers agree with: it decides between those with equal ones
     */
    public static <T> void sort(
            T[] items, ToLongFunction<? super T> key, Comparator<? super T> order) {
        long[] entries = entries(items, key);
        if (entries == null) {
            Arrays.sort(items, order);
            return;
        }
        arrange(items, entries);
        int shift = shift(items.length);
        int start = 0;
        for (int i = 1; i <= items.length; i++) {
            if (i == items.length || entries[i] >>> shift != entries[start] >>> shift) {
                if (i - start > 1) {
                    Arrays.sort(items, start, i, order);
                }
                start = i;
            }
        }
    }

    /**
     * Sorts a list that can be written; see {@link #sort(Object[], ToLongFunction, Comparator)}.
     */
    @SuppressWarnings("unchecked") // the array has what the list has
    public static <T> void sort(
            List<T> items, ToLongFunction<? super T> key, Comparator<? super T> order) {
        T[] sorted = (T[]) items.toArray();
        sort(sorted, key, order);
        for (int i = 0; i < sorted.length; i++) {
            items.set(i, sorted[i]);
        }
    }

    /** The bits that the position of one of so many takes. */
    private static int shift(int length) {
        return Integer.SIZE - Integer.numberOfLeadingZeros(Math.max(0, length - 1));
    }

    /** Keys, each with its position behind; null where they do not fit. */
    private static <T> long @Nullable [] entries(T[] items, ToLongFunction<? super T> key) {
        int shift = shift(items.length);
        long[] entries = new long[items.length];
        long all = 0;
        for (int i = 0; i < items.length; i++) {
            long each = key.applyAsLong(items[i]);
            all |= each;
            entries[i] = each << shift | i;
        }
        // the highest bits of all keys, of which the sign is one
        return all >>> Long.SIZE - 1 - shift == 0 ? entries : null;
    }

    private static <T> void arrange(T[] items, long[] entries) {
        Arrays.sort(entries);
        T[] before = items.clone();
        int positions = (1 << shift(items.length)) - 1;
        for (int i = 0; i < items.length; i++) {
            items[i] = before[(int) entries[i] & positions];
        }
    }
}
