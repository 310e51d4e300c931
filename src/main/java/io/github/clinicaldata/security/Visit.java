package io.github.clinicaldata.security;

import io.github.clinicaldata.plan.GenerationPlan;
import io.github.clinicaldata.record.Population;
import io.github.clinicaldata.security.audit.AuditEvent;
import io.github.clinicaldata.security.audit.AuditLog;
import io.github.clinicaldata.security.audit.AuditOutcome;
import io.github.clinicaldata.security.audit.Redaction;
import io.github.clinicaldata.security.key.ApiKey;
import io.github.clinicaldata.security.key.Scope;
import io.github.clinicaldata.stream.RecordAllowance;
import io.github.clinicaldata.stream.StreamClient;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** One request from its coming to its end: who makes it, what it may have, what it got. */
public final class Visit {
    private final Request request;
    private final Limits limits;
    private final AuditLog log;
    private final Instant time = Instant.now();
    private final long start = System.nanoTime();
    private final AtomicLong records = new AtomicLong();
    private final AtomicLong made = new AtomicLong();
    private final AtomicBoolean ended = new AtomicBoolean();
    private volatile Caller caller;
    private volatile @Nullable GenerationPlan<?> plan;
    private volatile @Nullable Population population;
    private volatile @Nullable Stream stream;

    Visit(Request request, Limits limits, AuditLog log) {
        this.request = request;
        this.limits = limits;
        this.log = log;
        caller = new Caller(null, request.address());
    }

    /** Who makes it. */
    public Caller caller() {
        return caller;
    }

    /** Says who makes it. */
    public void madeBy(Caller identified) {
        caller = identified;
    }

    /**
     * Holds that the caller may use what needs a scope.
     *
     * @throws AccessRefused.Forbidden when it may not
     */
    public void require(Scope scope) {
        Gate.require(caller, scope);
    }

    /**
     * Whom the stream of a plan is for. Takes one of the streams that the caller may have at a
     * time, and gives it back at the end of the stream or of the visit.
     *
     * @throws AccessRefused.TooMuch when the caller has them all
     */
    public StreamClient stream(GenerationPlan<?> asked) {
        of(asked);
        return stream();
    }

    /**
     * Whom a stream is for that no plan tells of.
     *
     * @see #stream(GenerationPlan)
     */
    public StreamClient stream() {
        Stream opened = new Stream(limits.openStream(caller));
        stream = opened;
        return opened;
    }

    private void of(GenerationPlan<?> asked) {
        plan = asked;
        population = asked.population();
    }

    /** Counts records that were made for the caller at once, such as those of a page. */
    public void made(GenerationPlan<?> asked, long count) {
        of(asked);
        made(asked.population(), count);
    }

    /** Counts records of a population that were made for the caller at once. */
    public void made(Population from, long count) {
        population = from;
        made(count);
    }

    /** Counts records that were made for the caller at once, such as that of an id. */
    public void made(long count) {
        records.addAndGet(count);
        limits.charge(caller, count);
    }

    /**
     * Ends the visit; only the first end counts.
     *
     * @param status of HTTP or gRPC
     * @param outcome how it ended, as far as the transport knows
     */
    public void end(String status, AuditOutcome outcome) {
        end(status, outcome, made.get());
    }

    /**
     * Ends the visit; only the first end counts.
     *
     * @param status of HTTP or gRPC
     * @param outcome how it ended, as far as the transport knows
     * @param bytes that were sent
     */
    public void end(String status, AuditOutcome outcome, long bytes) {
        if (!ended.compareAndSet(false, true)) {
            return;
        }
        Stream opened = stream;
        boolean broken = opened != null && opened.failed;
        if (opened != null) {
            opened.close();
        }
        if (log.isEnabled()) {
            log.tell(event(status, broken ? AuditOutcome.FAILED : outcome, bytes));
        }
    }

    private AuditEvent event(String status, AuditOutcome outcome, long bytes) {
        ApiKey key = caller.key();
        GenerationPlan<?> asked = plan;
        Population from = population;
        return new AuditEvent(
                time,
                request.id(),
                request.transport(),
                key == null ? null : key.id(),
                key == null ? null : key.name(),
                request.address(),
                request.method(),
                Redaction.text(request.path()),
                Redaction.query(request.query()),
                from == null ? null : from.name(),
                asked == null ? null : asked.kind().name() + " " + asked.indexes().range(),
                records.get(),
                bytes,
                TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start),
                status,
                outcome);
    }

    /** The one stream of the visit. */
    private final class Stream implements StreamClient {
        private final StreamLease lease;
        private final AtomicBoolean closed = new AtomicBoolean();
        private volatile boolean failed;

        Stream(StreamLease lease) {
            this.lease = lease;
        }

        @Override
        public @Nullable RecordAllowance allowance() {
            return lease.allowance();
        }

        @Override
        public void chunk(int count, int bytes) {
            records.addAndGet(count);
            made.addAndGet(bytes);
        }

        @Override
        public void ended(Outcome outcome) {
            failed = outcome == Outcome.FAILED;
            close();
        }

        void close() {
            if (closed.compareAndSet(false, true)) {
                lease.close().run();
            }
        }
    }
}
