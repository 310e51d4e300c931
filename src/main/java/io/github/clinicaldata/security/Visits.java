package io.github.clinicaldata.security;

import io.github.clinicaldata.security.audit.AuditLog;
import jakarta.inject.Singleton;

/** Begins visits, the same for every transport. */
@Singleton
public final class Visits {
    private final Limits limits;
    private final AuditLog log;

    Visits(Limits limits, AuditLog log) {
        this.limits = limits;
        this.log = log;
    }

    /** Begins the visit of a request that has just come. */
    public Visit begin(Request request) {
        return new Visit(request, limits, log);
    }
}
