package io.github.clinicaldata.record.medication;

import io.github.clinicaldata.record.coverage.Coverage;
import io.github.clinicaldata.record.world.MemberBlock;
import io.github.clinicaldata.record.world.PlanYears;
import java.time.LocalDate;
import java.util.Arrays;

/**
 * On which days the members of a block are covered, the same for every {@code asOf}: an end of
 * coverage counts when it lies before the epoch; what ends later was in force when it was used.
 */
final class CoveredDays {
    private final int[] first = new int[MemberBlock.SIZE];
    private final int[] last = new int[MemberBlock.SIZE];

    CoveredDays(MemberBlock block, PlanYears years) {
        int epoch = years.firstDay(PlanYears.CURRENT);
        Arrays.fill(first, Integer.MAX_VALUE);
        Arrays.fill(last, Integer.MAX_VALUE);
        for (int member = 0; member < MemberBlock.SIZE; member++) {
            Coverage coverage = block.member(member).coverage();
            if (coverage == null) {
                continue;
            }
            first[member] = (int) coverage.effectiveDate().toEpochDay();
            LocalDate end = coverage.terminationDate();
            if (end != null && end.toEpochDay() < epoch) {
                last[member] = (int) end.toEpochDay();
            }
        }
    }

    /** Whether a member is covered on a day. */
    boolean covered(int member, int day) {
        return first[member] <= day && day <= last[member];
    }
}
