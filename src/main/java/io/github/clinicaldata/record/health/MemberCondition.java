package io.github.clinicaldata.record.health;

import io.github.clinicaldata.record.code.Diagnosis;
import io.github.clinicaldata.record.pathway.Pathway;
import org.jspecify.annotations.Nullable;

/**
 * A condition of a member: one that stays, or an episode of one that passes.
 *
 * @param member the member's position in the block
 * @param pathway which condition
 * @param diagnosis its code
 * @param external the cause of an injury, or null
 * @param onset the first day, in days since 1970-01-01
 * @param end the last day, or {@link #OPEN}
 * @param key the key of its random streams
 */
public record MemberCondition(
        int member,
        Pathway pathway,
        Diagnosis diagnosis,
        @Nullable Diagnosis external,
        int onset,
        int end,
        long key) {
    /** The end of what has none. */
    public static final int OPEN = Integer.MAX_VALUE;

    /** Whether the member has it on a day. */
    public boolean isActive(int day) {
        return onset <= day && day <= end;
    }
}
