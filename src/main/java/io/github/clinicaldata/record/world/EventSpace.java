package io.github.clinicaldata.record.world;

import io.github.clinicaldata.record.IndexSpace;
import io.github.clinicaldata.record.Population;
import io.github.clinicaldata.record.RecordId;
import io.github.clinicaldata.record.member.MemberTables;
import io.github.clinicaldata.record.member.MembersKind;
import java.util.Arrays;

/**
 * The indexes of events. Each block of members has a fixed number of slots in each plan year, so
 * the member of an event and the events of a member are found by arithmetic and the drawing of one
 * block.
 *
 * <p>The index of an event counts the slots of the years that are known on {@code asOf}, block by
 * block and year by year. The number in its id is the same for every {@code asOf}: events of the
 * past years are numbered first, those from the epoch on above all of them.
 */
public final class EventSpace implements IndexSpace {
    private static final long BLOCKS = MembersKind.SIZE / MemberTables.BLOCK;

    /** Slots of a block before each year; the last is the sum. */
    private final int[] before = new int[PlanYears.COUNT + 1];

    /**
     * A space.
     *
     * @param slots the slots of a block in each year, from {@link PlanYears#BEFORE} on
     * @throws IllegalArgumentException when ids have no room for so many
     */
    public EventSpace(int... slots) {
        if (slots.length != PlanYears.COUNT) {
            throw new IllegalArgumentException("Each year needs its slots: " + slots.length);
        }
        for (int year = 0; year < slots.length; year++) {
            before[year + 1] = before[year] + slots[year];
        }
        if (BLOCKS * before[PlanYears.COUNT] > RecordId.MAX_INDEX + 1) {
            throw new IllegalArgumentException("Too many slots: " + Arrays.toString(slots));
        }
    }

    /**
     * The same number of slots in every plan year.
     *
     * @param earlier slots for what began before the plan years
     * @param yearly slots of each plan year
     */
    public static EventSpace of(int earlier, int yearly) {
        int[] slots = new int[PlanYears.COUNT];
        Arrays.fill(slots, yearly);
        slots[PlanYears.BEFORE] = earlier;
        return new EventSpace(slots);
    }

    /** The slots of a block in a year. */
    public int slots(int year) {
        return before[year + 1] - before[year];
    }

    @Override
    public long block(Population population) {
        return before[PlanYears.known(population)];
    }

    @Override
    public long size(Population population) {
        return BLOCKS * block(population);
    }

    @Override
    public boolean hasGaps(Population population) {
        return PlanYears.known(population) > PlanYears.CURRENT;
    }

    /** Where an event stands. */
    public static final class Slot {
        private long block;
        private int year;
        private int number;

        /** The block of members. */
        public long block() {
            return block;
        }

        /** The year, from {@link PlanYears#BEFORE} on. */
        public int year() {
            return year;
        }

        /** The number among the block's events of the year. */
        public int number() {
            return number;
        }
    }

    /**
     * Finds the slot of an index.
     *
     * @param known how many years are known on {@code asOf}
     * @param slot receives what is found
     */
    public void locate(long index, int known, Slot slot) {
        int inBlock = before[known];
        slot.block = index / inBlock;
        setOffset((int) (index - slot.block * inBlock), slot);
    }

    private void setOffset(int offset, Slot slot) {
        int year = 0;
        while (offset >= before[year + 1]) {
            year++;
        }
        slot.year = year;
        slot.number = offset - before[year];
    }

    /** The index of a slot; the year must be among the known ones. */
    public long index(long block, int year, int number, int known) {
        return block * before[known] + before[year] + number;
    }

    /** The number that the id of a slot's event carries. */
    public long numberInId(long block, int year, int number) {
        int past = before[PlanYears.CURRENT];
        int offset = before[year] + number;
        return offset < past
                ? block * past + offset
                : BLOCKS * past + block * (before[PlanYears.COUNT] - past) + offset - past;
    }

    @Override
    public long indexOf(Population population, long numberInId) {
        int past = before[PlanYears.CURRENT];
        int ahead = before[PlanYears.COUNT] - past;
        int known = before[PlanYears.known(population)];
        long aheadNumber = numberInId - BLOCKS * past;
        if (aheadNumber < 0) {
            return numberInId / past * known + numberInId % past;
        }
        long block = aheadNumber / ahead;
        long offset = past + aheadNumber % ahead;
        return block < BLOCKS && offset < known ? block * known + offset : -1;
    }
}
