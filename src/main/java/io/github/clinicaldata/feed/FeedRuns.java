package io.github.clinicaldata.feed;

import io.github.clinicaldata.config.FeedsConfig;
import io.github.clinicaldata.config.GeneratorConfig;
import io.github.clinicaldata.feed.target.FeedTarget;
import io.github.clinicaldata.feed.target.TargetCatalog;
import io.github.clinicaldata.feed.target.TargetKind;
import io.github.clinicaldata.feed.target.TargetSettings;
import io.github.clinicaldata.plan.GenerationPlan;
import io.github.clinicaldata.security.WorkQuotas;
import io.github.clinicaldata.stream.BatchSource;
import io.github.clinicaldata.stream.StreamObserver;
import io.github.clinicaldata.stream.StreamSpans;
import io.github.clinicaldata.stream.Streams;
import io.github.clinicaldata.work.StoppedException;
import io.github.clinicaldata.work.WorkLog;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Opens the runs of feeds and tells what became of them. */
@Singleton
final class FeedRuns {
    private static final Logger LOG = Logger.getLogger(FeedRuns.class);

    private final FeedPlans plans;
    private final FeedLeases leases;
    private final TargetCatalog targets;
    private final Streams streams;
    private final MeterRegistry registry;
    private final FeedAudit audit;
    private final WorkQuotas quotas;
    private final Counter failed;
    private final FeedsConfig config;

    FeedRuns(
            FeedPlans plans,
            FeedLeases leases,
            TargetCatalog targets,
            Streams streams,
            MeterRegistry registry,
            FeedAudit audit,
            WorkQuotas quotas,
            GeneratorConfig config) {
        this.plans = plans;
        this.leases = leases;
        this.targets = targets;
        this.streams = streams;
        this.registry = registry;
        // there from the start, so that the first one is seen to be more than before
        failed = registry.counter("clinical.feeds.failed");
        this.audit = audit;
        this.quotas = quotas;
        this.config = config.feeds();
    }

    /** A run of what is left of a feed; where there can't be one, the feed has failed. */
    Optional<FeedRun> open(Feed feed) {
        WorkLog log = log(feed);
        try (log) {
            return opened(feed);
        }
    }

    private Optional<FeedRun> opened(Feed feed) {
        try {
            return Optional.of(made(feed));
        } catch (RuntimeException e) {
            LOG.errorf(e, "Feed %s can't be run", feed.id());
            if (leases.failed(feed.id(), String.valueOf(e.getMessage()), Instant.now())) {
                failed.increment();
            }
            return Optional.empty();
        }
    }

    private static WorkLog log(Feed feed) {
        return WorkLog.of(feed.origin(), StreamSpans.inLogs(feed.origin().traceParent()));
    }

    private FeedRun made(Feed feed) {
        TargetKind kind = targets.named(feed.target().type());
        BatchSource.Shape shape =
                new BatchSource.Shape(kind.takesDocuments(), feed.batch(), config.batchBytes());
        GenerationPlan<?> plan = plans.rest(feed);
        return new FeedRun(
                feed,
                plan,
                leases,
                config,
                new FeedMeters(registry, feed),
                streams.observe(plan, "feed", feed.id().toString(), feed.origin().traceParent()),
                new FeedRun.Parts(
                        each -> target(kind, feed, each),
                        each -> streams.batches(each, shape),
                        quotas.records(feed.origin()),
                        kind.takesDocuments()));
    }

    private FeedTarget target(TargetKind kind, Feed feed, GenerationPlan<?> plan) {
        TargetSettings settings = feed.target().settings().with(leases.secrets(feed.id()));
        return kind.open(new TargetKind.Opening(feed.id().toString(), settings, plan.format()));
    }

    /** Gives a run another rate, which was checked before. */
    void pace(FeedRun run, @Nullable String rate, @Nullable String arrival) {
        run.pace(plans.whole(run.feed(), rate, arrival).pace());
    }

    /**
     * Runs until the end, for good or for bad.
     *
     * @return whether the feed can be left to others at once; else it is best tried again later
     */
    boolean run(FeedRun run) {
        try (WorkLog log = log(run.feed())) {
            log.tell(run.observer().inLogs());
            return ran(run);
        }
    }

    private boolean ran(FeedRun run) {
        Gauge broken = run.meters().watch(run::isBroken);
        StreamObserver.Outcome outcome = StreamObserver.Outcome.FAILED;
        try {
            run.run();
            outcome =
                    run.hasFailed()
                            ? StreamObserver.Outcome.FAILED
                            : StreamObserver.Outcome.COMPLETED;
            LOG.infof("Feed %s ended after %d records", run.feed().id(), run.progress().sent());
        } catch (StoppedException e) {
            outcome = StreamObserver.Outcome.CANCELLED;
            LOG.infof(
                    "Feed %s was stopped after %d records", run.feed().id(), run.progress().sent());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException | Error e) {
            LOG.errorf(e, "Feed %s broke off; it goes on when its lease ends", run.feed().id());
            return false;
        } finally {
            run.meters().remove(broken);
            run.observer().ended(outcome);
            if (run.hasFailed()) {
                failed.increment();
            }
            audit.tell(run, outcome);
        }
        return true;
    }
}
