package io.github.clinicaldata.stream;

import io.github.clinicaldata.plan.GenerationPlan;
import io.github.clinicaldata.plan.Pace;
import io.github.clinicaldata.stream.StreamObserver.Outcome;
import java.util.concurrent.Flow;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Publishes the chunks of a plan on demand, in the thread that asks, or for paced streams in the
 * thread of the timer. A chunk is made only when it was asked for, so a slow subscriber holds back
 * generation and a cancelled one ends it within the chunk at hand.
 */
final class ChunkPublisher implements Flow.Publisher<Chunk> {
    /** How many due records a turn looks at, so that it stays short after a stall. */
    private static final int MOST_DUE = 4096;

    /** A waiting stream looks so often whether it was cancelled, and is forgotten then. */
    private static final long LONGEST_WAIT_NANOS = 1_000_000_000;

    private static final long SHORTEST_WAIT_NANOS = 1_000_000;

    /** A client that has had all its records gets the next ones together, not one by one. */
    private static final long ALLOWANCE_WAIT_NANOS = 50_000_000;

    private final Supplier<ChunkSource<?>> source;
    private final int mostRecords;
    private final @Nullable Pace pace;
    private final long seed;
    private final long firstIndex;
    private final ScheduledExecutorService timer;
    private final StreamClient client;
    private final Supplier<StreamObserver> observer;
    private final Drain drain;

    ChunkPublisher(
            GenerationPlan<?> plan,
            Supplier<ChunkSource<?>> source,
            int mostRecords,
            ScheduledExecutorService timer,
            StreamClient client,
            Supplier<StreamObserver> observer,
            Drain drain) {
        this.source = source;
        this.client = client;
        this.mostRecords = mostRecords;
        this.timer = timer;
        this.observer = observer;
        this.drain = drain;
        pace = plan.pace();
        seed = plan.population().seed();
        firstIndex = plan.indexes().from();
    }

    @Override
    public void subscribe(Flow.Subscriber<? super Chunk> subscriber) {
        Pacer pacer = pace == null ? null : new Pacer(pace, seed, firstIndex);
        Run run =
                new Run(
                        subscriber,
                        source.get(),
                        mostRecords,
                        pacer,
                        client.allowance(),
                        timer,
                        observer.get(),
                        drain);
        subscriber.onSubscribe(run);
        run.watchDrain();
    }

    /** One subscription: whoever adds the first piece of work does all that comes in meanwhile. */
    private static final class Run implements Flow.Subscription {
        private final Flow.Subscriber<? super Chunk> subscriber;
        private final ChunkSource<?> source;
        private final int mostRecords;
        private final @Nullable Pacer pacer;
        private final @Nullable RecordAllowance ofClient;
        private final ScheduledExecutorService timer;
        private final StreamObserver observer;
        private final Drain drain;
        private final Runnable stop = this::stop;
        private final AtomicLong demand = new AtomicLong();
        private final AtomicInteger work = new AtomicInteger();
        private final AtomicBoolean ended = new AtomicBoolean();
        private final AtomicBoolean waiting = new AtomicBoolean();
        private final long start = System.nanoTime();

        private volatile boolean stopping;

        /** How many records may be made now; changes only with a pacer. */
        private int allowance;

        Run(
                Flow.Subscriber<? super Chunk> subscriber,
                ChunkSource<?> source,
                int mostRecords,
                @Nullable Pacer pacer,
                @Nullable RecordAllowance ofClient,
                ScheduledExecutorService timer,
                StreamObserver observer,
                Drain drain) {
            this.subscriber = subscriber;
            this.source = source;
            this.mostRecords = mostRecords;
            this.pacer = pacer;
            this.ofClient = ofClient;
            this.timer = timer;
            this.observer = observer;
            this.drain = drain;
            stopping = drain.hasBegun();
            allowance = pacer == null ? Integer.MAX_VALUE : 0;
        }

        @Override
        public void request(long chunks) {
            if (chunks <= 0) {
                if (end(Outcome.FAILED)) {
                    subscriber.onError(
                            new IllegalArgumentException("requested " + chunks + " chunks"));
                }
                return;
            }
            demand.updateAndGet(before -> before + chunks < 0 ? Long.MAX_VALUE : before + chunks);
            work();
        }

        @Override
        public void cancel() {
            end(Outcome.CANCELLED);
        }

        private boolean end(Outcome outcome) {
            if (!ended.compareAndSet(false, true)) {
                return false;
            }
            observer.ended(outcome);
            drain.closed(stop);
            return true;
        }

        /** Lets the drain stop this run; one that has ended meanwhile is forgotten again. */
        void watchDrain() {
            drain.opened(stop);
            if (ended.get()) {
                drain.closed(stop);
            }
        }

        private void stop() {
            stopping = true;
            work();
        }

        private void work() {
            if (work.getAndIncrement() != 0) {
                return;
            }
            int done = 1;
            do {
                while ((demand.get() > 0 || stopping) && !ended.get() && turn()) {
                    // each turn makes a chunk, or ends the stream
                }
                done = work.addAndGet(-done);
            } while (done != 0);
        }

        /** Takes a turn; whatever goes wrong in it ends the stream, so that nothing hangs. */
        private boolean turn() {
            try {
                if (stopping) {
                    throw new ServerStoppingException(source.lastIndex());
                }
                return makeChunk();
            } catch (ServerStoppingException e) {
                if (end(Outcome.STOPPED)) {
                    subscriber.onError(e);
                }
                return false;
            } catch (RuntimeException | Error e) {
                if (end(Outcome.FAILED)) {
                    subscriber.onError(e);
                }
                return false;
            }
        }

        /** Makes and passes on one chunk; false when that has to wait or the stream has ended. */
        private boolean makeChunk() {
            if (pacer != null) {
                long elapsed = System.nanoTime() - start;
                allowance += pacer.take(elapsed, MOST_DUE - allowance);
                if (allowance == 0) {
                    wake(pacer.nanosToNext(elapsed));
                    return false;
                }
            }
            int most = Math.min(allowance, mostRecords);
            if (ofClient != null) {
                most = ofClient.take(Math.min(most, MOST_DUE));
                if (most == 0) {
                    wake(Math.max(ALLOWANCE_WAIT_NANOS, ofClient.nanosToNext()));
                    return false;
                }
            }
            Chunk chunk = source.next(most);
            if (ofClient != null) {
                ofClient.giveBack(most - chunk.records());
            }
            if (ended.get()) {
                return false;
            }
            if (pacer != null) {
                allowance -= chunk.records();
            }
            demand.decrementAndGet();
            observer.chunk(chunk.records(), chunk.length());
            subscriber.onNext(chunk);
            if (source.isDone() && end(Outcome.COMPLETED)) {
                subscriber.onComplete();
            }
            return !source.isDone();
        }

        private void wake(long nanos) {
            if (waiting.compareAndSet(false, true)) {
                timer.schedule(
                        () -> {
                            waiting.set(false);
                            work();
                        },
                        Math.min(LONGEST_WAIT_NANOS, Math.max(SHORTEST_WAIT_NANOS, nanos)),
                        TimeUnit.NANOSECONDS);
            }
        }
    }
}
