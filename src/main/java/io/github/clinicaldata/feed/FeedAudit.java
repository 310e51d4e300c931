package io.github.clinicaldata.feed;

import io.github.clinicaldata.security.audit.AuditEvent;
import io.github.clinicaldata.security.audit.AuditLog;
import io.github.clinicaldata.security.audit.AuditOutcome;
import io.github.clinicaldata.stream.StreamObserver;
import jakarta.inject.Singleton;
import java.time.Instant;

/** Tells the audit log of each run of a feed: for whom, what, how many, how it ended. */
@Singleton
final class FeedAudit {
    private final AuditLog log;

    FeedAudit(AuditLog log) {
        this.log = log;
    }

    /** Tells of a run that has ended. */
    void tell(FeedRun run, StreamObserver.Outcome outcome) {
        if (!log.isEnabled()) {
            return;
        }
        Feed feed = run.feed();
        Feed.Progress before = feed.progress();
        Feed.Progress now = run.progress();
        log.tell(
                new AuditEvent(
                        Instant.now(),
                        feed.origin().requestId(),
                        "feed",
                        feed.origin().keyId(),
                        feed.origin().keyName(),
                        feed.origin().address(),
                        null,
                        "/api/v1/feeds/" + feed.id(),
                        null,
                        run.plan().population().name(),
                        feed.kind() + " " + run.plan().indexes().range(),
                        now.sent() - before.sent(),
                        now.bytes() - before.bytes(),
                        run.milliseconds(),
                        run.ending(),
                        switch (outcome) {
                            case COMPLETED -> AuditOutcome.COMPLETE;
                            case CANCELLED, STOPPED -> AuditOutcome.CANCELLED;
                            case FAILED -> AuditOutcome.FAILED;
                        }));
    }
}
