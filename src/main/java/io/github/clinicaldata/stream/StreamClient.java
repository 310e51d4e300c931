package io.github.clinicaldata.stream;

import org.jspecify.annotations.Nullable;

/** Whom a stream is for: learns what it does, and may bound it. Serves one stream. */
public interface StreamClient extends StreamObserver {
    /** Somebody who may have everything and wants to know nothing. */
    StreamClient ANYBODY =
            new StreamClient() {
                @Override
                public @Nullable RecordAllowance allowance() {
                    return null;
                }

                @Override
                public void chunk(int records, int bytes) {}

                @Override
                public void ended(Outcome outcome) {}
            };

    /** How many records it may have; null without bounds. */
    @Nullable RecordAllowance allowance();
}
