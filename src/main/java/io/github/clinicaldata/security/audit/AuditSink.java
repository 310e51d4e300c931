package io.github.clinicaldata.security.audit;

/** Where the audit log is kept. Sinks announce themselves as beans; each gets every event. */
public interface AuditSink {
    /** Keeps an event; called by one thread at a time, which may block. */
    void keep(AuditEvent event);

    /** Keeps for good what was not yet; called once, after the last event. */
    default void close() {}
}
