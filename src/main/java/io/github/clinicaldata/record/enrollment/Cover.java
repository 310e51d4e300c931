package io.github.clinicaldata.record.enrollment;

import io.github.clinicaldata.record.coverage.Coverage;

/**
 * One coverage of one member of a block, and when its beginning and end are told, whatever {@code
 * asOf} is. Days are counted since 1970-01-01.
 *
 * @param position of the member in the block
 * @param coverage the coverage as it is known on {@code asOf}
 * @param policy what it shares with others on the policy
 * @param key from which the member's own events are drawn
 * @param householdKey from which the events of the household are drawn
 * @param effective the first day
 * @param addition why it began
 * @param addedOn the day of the file with the addition
 * @param continuedOn the day of the file that says it is bought on, or {@link Policy#NEVER}
 * @param endedOn the day of the file with the termination, or {@link Policy#NEVER}
 */
record Cover(
        int position,
        Coverage coverage,
        Policy policy,
        long key,
        long householdKey,
        int effective,
        EnrollmentReason addition,
        int addedOn,
        int continuedOn,
        int endedOn) {}
