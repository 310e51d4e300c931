package io.github.clinicaldata.job;

import org.jspecify.annotations.Nullable;

/**
 * How far a job is.
 *
 * @param recordsDone records so far
 * @param recordsPerSecond how fast it goes in this run; 0 where nobody knows
 * @param secondsLeft how long it will take at this rate, or null where nobody knows
 * @param trouble what it waits for, or null when it goes on
 */
public record JobProgress(
        long recordsDone,
        long recordsPerSecond,
        @Nullable Long secondsLeft,
        @Nullable String trouble) {

    /** Progress as the database knows it. */
    static JobProgress recorded(Job job) {
        Long left = job.state().isFinal() ? Long.valueOf(0) : null;
        return new JobProgress(job.recordsDone(), 0, left, null);
    }
}
