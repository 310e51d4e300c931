package io.github.clinicaldata.record.world;

import io.github.clinicaldata.record.member.Household;
import io.github.clinicaldata.record.member.Member;
import io.github.clinicaldata.record.member.MemberReader;
import io.github.clinicaldata.record.member.MemberTables;
import io.github.clinicaldata.record.member.Role;
import org.jspecify.annotations.Nullable;

/** The members of one block, whose events are dealt out together. */
public final class MemberBlock {
    /** Members in a block. */
    public static final int SIZE = MemberTables.BLOCK;

    private final long number;
    private final Member[] members = new Member[SIZE];
    private final Household[] households = new Household[SIZE];

    /**
     * Reads a block.
     *
     * @param number of the block
     * @param reader of the population's members
     */
    MemberBlock(long number, MemberReader reader) {
        this.number = number;
        for (int i = 0; i < SIZE; i++) {
            members[i] = reader.read(number * SIZE + i);
            households[i] = reader.household(number * SIZE + i);
        }
    }

    /** The number of the block. */
    public long number() {
        return number;
    }

    /** The member at a position, 0 to {@value #SIZE} - 1. */
    public Member member(int position) {
        return members[position];
    }

    /** The household of the member at a position. */
    public Household household(int position) {
        return households[position];
    }

    /** The head of the household in which the member at a position is a child, or null. */
    public @Nullable Member guardian(int position) {
        int head = householdStart(position);
        Role role = households[position].people()[position - head].role();
        return role == Role.CHILD ? members[head] : null;
    }

    /** The position of the first member of the household of the member at a position. */
    public int householdStart(int position) {
        return (int) (households[position].first() - number * SIZE);
    }
}
