package io.github.clinicaldata.security;

import io.github.clinicaldata.stream.RecordAllowance;
import io.github.clinicaldata.work.Origin;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/** What work that goes on after its request may have: the records of who asked for it. */
@Singleton
public final class WorkQuotas {
    private final Limits limits;

    WorkQuotas(Limits limits) {
        this.limits = limits;
    }

    /**
     * How many records somebody's work may make, shared with all else that the client does; null
     * without bounds, and for work of which nobody knows any more who asked for it.
     */
    public @Nullable RecordAllowance records(Origin origin) {
        return origin.address().isEmpty() ? null : limits.records(origin.keyId(), origin.address());
    }
}
