package io.github.clinicaldata.feed;

import io.github.clinicaldata.config.FeedsConfig;
import io.github.clinicaldata.feed.secret.FeedSecrets;
import io.github.clinicaldata.feed.target.FeedTarget;
import io.github.clinicaldata.feed.target.TargetFailure;
import io.github.clinicaldata.plan.GenerationPlan;
import io.github.clinicaldata.plan.Pace;
import io.github.clinicaldata.plan.PlanRejected;
import io.github.clinicaldata.stream.Batch;
import io.github.clinicaldata.stream.BatchSource;
import io.github.clinicaldata.stream.NoMatchException;
import io.github.clinicaldata.stream.PatientAllowance;
import io.github.clinicaldata.stream.RecordAllowance;
import io.github.clinicaldata.stream.StreamObserver;
import io.github.clinicaldata.work.Patience;
import io.github.clinicaldata.work.StoppedException;
import java.io.IOException;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * One server's work on one feed, from its first record or from where another run ended. Used by the
 * feed's thread; others may ask for its progress, change its rate and stop it.
 */
final class FeedRun implements Delivery.Events {
    private static final Logger LOG = Logger.getLogger(FeedRun.class);
    private static final double NANOS = 1e9;

    private final Feed feed;
    private final FeedLeases leases;
    private final FeedsConfig config;
    private final Parts parts;
    private final AtomicBoolean stopped = new AtomicBoolean();
    private final Patience patience;
    private final FeedPace pace;
    private final PatientAllowance allowance;
    private final GenerationPlan<?> plan;
    private final FeedMeters meters;
    private final StreamObserver observer;
    private final long start = System.nanoTime();
    private volatile Feed.Progress progress;
    private volatile @Nullable Delivery delivery;
    private @Nullable String trouble;
    private volatile @Nullable FeedState ending;
    private int recorded;

    /**
     * What a run is made of.
     *
     * @param target opens where the feed goes
     * @param batches opens the batches of the plan
     * @param allowance how many records the client may have, or null
     * @param documents whether a batch is taken whole or not at all
     */
    record Parts(
            Function<GenerationPlan<?>, FeedTarget> target,
            Function<GenerationPlan<?>, BatchSource<?>> batches,
            @Nullable RecordAllowance allowance,
            boolean documents) {}

    /**
     * A run of a feed.
     *
     * @param plan what is left of it
     */
    FeedRun(
            Feed feed,
            GenerationPlan<?> plan,
            FeedLeases leases,
            FeedsConfig config,
            FeedMeters meters,
            StreamObserver observer,
            Parts parts) {
        this.feed = feed;
        this.plan = plan;
        this.leases = leases;
        this.config = config;
        this.meters = meters;
        this.observer = observer;
        this.parts = parts;
        progress = feed.progress();
        patience = new Patience(config.retryFor(), stopped);
        allowance = new PatientAllowance(parts.allowance(), stopped::get, () -> {});
        pace = new FeedPace(plan.population().seed(), plan.pace(), stopped::get);
    }

    Feed feed() {
        return feed;
    }

    GenerationPlan<?> plan() {
        return plan;
    }

    /** Ends the work; a batch that is on its way is waited for. */
    void stop() {
        stopped.set(true);
    }

    /** Changes the rate. */
    void pace(@Nullable Pace changed) {
        pace.change(changed);
    }

    /** How far the feed is. */
    Feed.Progress progress() {
        return progress;
    }

    /** Whether the circuit breaker lets nothing through. */
    boolean isBroken() {
        Delivery current = delivery;
        return current != null && current.isBroken();
    }

    /** Records a second in this run, so far. */
    long recordsPerSecond() {
        double seconds = (System.nanoTime() - start) / NANOS;
        return (long) ((progress.sent() - feed.progress().sent()) / Math.max(seconds, 1e-3));
    }

    /** Milliseconds since this run began. */
    long milliseconds() {
        return (System.nanoTime() - start) / 1_000_000;
    }

    /** Whether the feed can't go on. */
    boolean hasFailed() {
        return ending == FeedState.FAILED;
    }

    /** How the run ended, in a word. */
    String ending() {
        return ending == null ? "interrupted" : ending.word();
    }

    FeedMeters meters() {
        return meters;
    }

    StreamObserver observer() {
        return observer;
    }

    /**
     * Pushes what is left.
     *
     * @throws StoppedException when the feed is to pause or end, or is not this server's any more
     */
    void run() throws InterruptedException {
        try (FeedTarget target = parts.target().apply(plan)) {
            push(target);
            requireMine(patience.with(() -> leases.done(feed.id(), Instant.now())));
            ending = FeedState.DONE;
        } catch (TargetFailure e) {
            fail(e.getMessage());
        } catch (PlanRejected | NoMatchException | FeedSecrets.UnreadableException e) {
            fail(String.valueOf(e.getMessage()));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private void push(FeedTarget target) throws TargetFailure, InterruptedException {
        BatchSource<?> batches = parts.batches().apply(plan);
        Delivery current = new Delivery(target, config, this, stopped::get);
        delivery = current;
        while (!batches.isDone()) {
            requireMine(!stopped.get());
            Batch batch = batches.next();
            if (batch == null) {
                continue;
            }
            requireMine(allowance.takeAll(batch.records()));
            pace.await(batch.index(0), batch.records());
            recorded = 0;
            while (!batch.isDone()) {
                bring(current, batch);
            }
        }
    }

    private void bring(Delivery current, Batch batch) throws TargetFailure, InterruptedException {
        long sent = System.nanoTime();
        try {
            current.bring(batch);
            meters.sent(System.nanoTime() - sent);
        } catch (TargetFailure e) {
            passOver(batch, e);
        }
    }

    /**
     * Goes on after what the target does not want, where the client wants that: a record, or all of
     * a document.
     */
    private void passOver(Batch batch, TargetFailure failure) throws TargetFailure {
        if (failure.reason() != TargetFailure.Reason.REFUSED
                || feed.onRefusal() != Feed.OnRefusal.SKIP) {
            throw failure;
        }
        int refused = parts.documents() ? batch.records() - batch.arrived() : 1;
        LOG.warnf(
                "Feed %s passes over %d records from index %d: %s",
                feed.id(), refused, batch.index(batch.arrived()), failure.getMessage());
        Feed.Progress before = progress;
        meters.refused(refused);
        batch.arrived(batch.arrived() + refused);
        recorded = batch.arrived();
        record(
                new Feed.Progress(
                        batch.index(batch.arrived() - 1),
                        before.sent(),
                        before.refused() + refused,
                        before.bytes()));
    }

    @Override
    public void arrived(Batch batch) {
        int records = batch.arrived() - recorded;
        int bytes =
                batch.isDone() && recorded == 0
                        ? batch.length()
                        : batch.start(batch.arrived()) - batch.start(recorded);
        recorded = batch.arrived();
        meters.arrived(records, bytes);
        observer.chunk(records, bytes);
        Feed.Progress before = progress;
        record(
                new Feed.Progress(
                        batch.index(batch.arrived() - 1),
                        before.sent() + records,
                        before.refused(),
                        before.bytes() + bytes));
    }

    private void record(Feed.Progress now) {
        Instant lease = Instant.now().plus(config.lease());
        requireMine(inDatabase(() -> leases.acknowledged(feed.id(), now, lease)));
        progress = now;
        if (trouble != null) {
            trouble = null;
            pace.beginAnew();
        }
    }

    @Override
    public void failed(String message) {
        meters.failed();
        if (!message.equals(trouble)) {
            LOG.infof("Feed %s waits: %s", feed.id(), message);
            trouble = message;
            requireMine(inDatabase(() -> leases.waits(feed.id(), message)));
        }
    }

    private void fail(String error) {
        LOG.warnf("Feed %s failed: %s", feed.id(), error);
        requireMine(inDatabase(() -> leases.failed(feed.id(), error, Instant.now())));
        ending = FeedState.FAILED;
    }

    private boolean inDatabase(Patience.Work<Boolean> work) {
        try {
            return patience.with(work);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void requireMine(boolean mine) {
        if (!mine) {
            throw new StoppedException();
        }
    }
}
