package io.github.clinicaldata.job;

import io.github.clinicaldata.work.ListPosition;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which jobs to list, the latest first.
 *
 * @param state only those in a state, or null
 * @param kind only those of a kind, or null
 * @param after only those after the last one of the page before, or null
 * @param limit how many at most
 */
public record JobQuery(
        @Nullable JobState state, @Nullable String kind, @Nullable ListPosition after, int limit) {

    /**
     * A page of jobs.
     *
     * @param jobs the latest first
     * @param next where the next page goes on, or null after the last
     */
    public record Page(List<Job> jobs, @Nullable ListPosition next) {}
}
