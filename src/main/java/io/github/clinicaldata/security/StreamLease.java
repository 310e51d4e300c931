package io.github.clinicaldata.security;

import io.github.clinicaldata.stream.RecordAllowance;
import org.jspecify.annotations.Nullable;

/**
 * One of the streams that a client may have at a time.
 *
 * @param allowance of records, shared by all streams of the client; null without bounds
 * @param close gives the stream back; to be run once
 */
record StreamLease(@Nullable RecordAllowance allowance, Runnable close) {
    /** Without bounds. */
    static final StreamLease UNBOUNDED = new StreamLease(null, () -> {});
}
