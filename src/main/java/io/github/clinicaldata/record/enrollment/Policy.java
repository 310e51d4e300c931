package io.github.clinicaldata.record.enrollment;

/**
 * What all who are covered by one policy have in common, whatever {@code asOf} is; an own coverage
 * is a policy of one person. Days are counted since 1970-01-01.
 *
 * @param key from which the policy's own events are drawn
 * @param holder position of the subscriber in the block
 * @param effective the subscriber's first day of coverage
 * @param lastDay the last day of coverage, or {@link #NEVER}
 * @param hired the subscriber's first day at the employer, or {@link #NEVER} without one
 * @param continued the first day on which coverage is bought on, or {@link #NEVER}
 * @param addedLater days from the first day to the file with the additions; mostly below 0
 * @param continuedLater days from {@code continued} to its file
 * @param endedLater days from the last day to the file with the terminations
 * @param addition why it began
 * @param termination why it ends, or would
 */
record Policy(
        long key,
        int holder,
        int effective,
        int lastDay,
        int hired,
        int continued,
        int addedLater,
        int continuedLater,
        int endedLater,
        EnrollmentReason addition,
        EnrollmentReason termination) {
    /** Stands for a day that does not come. */
    static final int NEVER = Integer.MAX_VALUE;
}
