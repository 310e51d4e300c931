package io.github.clinicaldata.security.limit;

/**
 * What one client may have; 0 stands for no bound.
 *
 * @param requestsPerMinute requests a minute
 * @param recordsPerMinute records a minute, over all its streams
 * @param streams streams at a time
 */
public record Quota(long requestsPerMinute, long recordsPerMinute, int streams) {
    /** No bounds. */
    public static final Quota NONE = new Quota(0, 0, 0);
}
