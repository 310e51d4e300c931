package io.github.clinicaldata.feed;

import io.github.clinicaldata.work.ListPosition;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which feeds to list, the latest first.
 *
 * @param state only those in a state, or null
 * @param kind only those of a kind, or null
 * @param target only those that go to a kind of target, or null
 * @param after only those after the last one of the page before, or null
 * @param limit how many at most
 */
public record FeedQuery(
        @Nullable FeedState state,
        @Nullable String kind,
        @Nullable String target,
        @Nullable ListPosition after,
        int limit) {

    /**
     * A page of feeds.
     *
     * @param feeds the latest first
     * @param next where the next page goes on, or null after the last
     */
    public record Page(List<Feed> feeds, @Nullable ListPosition next) {}
}
