package io.github.clinicaldata.transport.http;

import static org.awaitility.Awaitility.await;

import io.github.clinicaldata.security.audit.AuditEvent;
import io.github.clinicaldata.security.audit.AuditSink;
import io.quarkus.arc.Unremovable;
import io.quarkus.arc.properties.IfBuildProperty;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Keeps the audit log in memory, where tests read it. */
@IfBuildProperty(name = "test.audit", stringValue = "true")
@Singleton
@Unremovable
public final class RememberedAudit implements AuditSink {
    private final Queue<AuditEvent> events = new ConcurrentLinkedQueue<>();

    @Override
    public void keep(AuditEvent event) {
        events.add(event);
    }

    /** All events so far of a request, among them those of the feed that it made. */
    public List<AuditEvent> all(String requestId) {
        return events.stream().filter(event -> event.requestId().equals(requestId)).toList();
    }

    /** The one event of a request, which is told shortly after its end. */
    public AuditEvent of(String requestId) {
        return await().atMost(Duration.ofSeconds(20))
                .until(() -> all(requestId), found -> found.size() == 1)
                .get(0);
    }
}
