package io.github.clinicaldata.record.allergy;

/**
 * An allergy as a block draws it, whatever {@code asOf} is. Days are counted since 1970-01-01.
 *
 * @param position of the member in the block
 * @param allergen to what
 * @param onsetDay when it first showed, or {@link #UNKNOWN}
 * @param recordedDay when it was put on record
 * @param resolvedDay from when on it is no longer held to be there, or {@link #NEVER}
 * @param outgrown whether it is outgrown then; else it is ruled out
 */
public record AllergyEvent(
        int position,
        Allergen allergen,
        int onsetDay,
        int recordedDay,
        int resolvedDay,
        boolean outgrown) {
    /** Stands for an onset that nobody knows. */
    public static final int UNKNOWN = Integer.MIN_VALUE;

    /** Stands for a day that does not come. */
    public static final int NEVER = Integer.MAX_VALUE;

    /** Whether it is on record and held to be there on a day. */
    public boolean isActive(int day) {
        return recordedDay <= day && day < resolvedDay;
    }
}
