package io.github.clinicaldata.job;

import io.github.clinicaldata.config.JobsConfig;
import io.github.clinicaldata.job.storage.FilePart;
import io.github.clinicaldata.job.storage.FileStore;
import io.github.clinicaldata.plan.GenerationPlan;
import io.github.clinicaldata.plan.PlanRejected;
import io.github.clinicaldata.stream.Chunk;
import io.github.clinicaldata.stream.ChunkSource;
import io.github.clinicaldata.stream.NoMatchException;
import io.github.clinicaldata.stream.PatientAllowance;
import io.github.clinicaldata.stream.RecordAllowance;
import io.github.clinicaldata.stream.StreamObserver;
import io.github.clinicaldata.work.Patience;
import io.github.clinicaldata.work.StoppedException;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * One server's work on one job, from its first part or from where another run ended. Used by the
 * worker's thread; others may ask for its progress and stop it.
 */
final class JobRun {
    private static final Logger LOG = Logger.getLogger(JobRun.class);
    private static final double NANOS = 1e9;

    /** Records that are taken from a quota at once. */
    private static final int TAKEN_AT_ONCE = 4096;

    private static final String WAITS_FOR_QUOTA =
            "The quota of records a minute of its client is used up";

    private final Job job;
    private final JobLeases leases;
    private final FileStore files;
    private final JobsConfig config;
    private final Generation generation;
    private final AtomicBoolean stopped = new AtomicBoolean();
    private final Patience patience;
    private final PatientAllowance allowance;
    private final long start = System.nanoTime();
    private final List<FilePart> parts = new ArrayList<>();
    private volatile long made;
    private volatile long written;

    JobRun(Job job, JobLeases leases, FileStore files, JobsConfig config, Generation generation) {
        this.job = job;
        this.leases = leases;
        this.files = files;
        this.config = config;
        this.generation = generation;
        patience = new Patience(config.retryFor(), stopped);
        allowance = new PatientAllowance(generation.allowance(), stopped::get, generation.slowed());
    }

    /**
     * How the bytes of a job are made.
     *
     * @param plan checks the job's parameters
     * @param source opens its stream
     * @param observer learns what the stream does
     * @param allowance how many records the client may have, or null
     * @param slowed told when the job has to wait for records that its client may have
     */
    record Generation(
            Supplier<GenerationPlan<?>> plan,
            Function<GenerationPlan<?>, ChunkSource<?>> source,
            Function<GenerationPlan<?>, StreamObserver> observer,
            @Nullable RecordAllowance allowance,
            Runnable slowed) {}

    Job job() {
        return job;
    }

    /** Ends the work after the chunk at hand. */
    void stop() {
        stopped.set(true);
    }

    /** Until when others leave the job alone from now on. */
    Instant lease() {
        return Instant.now().plus(config.lease());
    }

    /** How far this run is. */
    JobProgress progress() {
        double seconds = (System.nanoTime() - start) / NANOS;
        long rate = (long) (made / Math.max(seconds, 1e-3));
        Long left = rate == 0 ? null : Math.max(0, job.recordCount() - made) / rate;
        return new JobProgress(
                written, rate, left, allowance.isWaiting() ? WAITS_FOR_QUOTA : patience.trouble());
    }

    /**
     * Makes the file.
     *
     * @throws StoppedException when the job is not this server's any more
     */
    void run() {
        try {
            GenerationPlan<?> plan = generation.plan().get();
            String upload = job.upload();
            List<FilePart> before = upload == null ? List.of() : intact(upload);
            try {
                make(plan, before.isEmpty() ? begin(plan) : String.valueOf(upload), before);
            } catch (PartBuffer.ChangedException e) {
                LOG.warnf("Job %s begins anew: other records are made than before", job.id());
                make(plan, begin(plan), List.of());
            }
        } catch (PlanRejected | NoMatchException e) {
            fail(String.valueOf(e.getMessage()));
        } catch (IOException e) {
            LOG.errorf(e, "Job %s failed", job.id());
            fail("Storage failed: " + e.getMessage());
        }
    }

    private List<FilePart> intact(String upload) throws IOException {
        List<FilePart> recorded = patience.with(() -> leases.parts(job.id()));
        int intact = patience.with(() -> files.intact(job.fileName(), upload, recorded));
        return recorded.subList(0, intact);
    }

    private String begin(GenerationPlan<?> plan) throws IOException {
        String upload = patience.with(() -> files.begin(job.fileName(), plan.format().mediaType()));
        requireMine(patience.with(() -> leases.begun(job.id(), upload)));
        return upload;
    }

    private void make(GenerationPlan<?> plan, String upload, List<FilePart> before)
            throws IOException {
        // what another run wrote was paid for by that
        long paid = before.isEmpty() ? 0 : job.recordsDone();
        made = 0;
        parts.clear();
        parts.addAll(before);
        PartBuffer buffer =
                new PartBuffer(
                        before, config.partBytes(), (part, bytes) -> write(upload, part, bytes));
        ChunkSource<?> source = generation.source().apply(plan);
        StreamObserver observer = generation.observer().apply(plan);
        StreamObserver.Outcome outcome = StreamObserver.Outcome.FAILED;
        try {
            while (!source.isDone()) {
                requireMine(!stopped.get());
                Chunk chunk = next(source, paid);
                made += chunk.records();
                buffer.add(chunk);
                observer.chunk(chunk.records(), chunk.length());
            }
            finish(upload, buffer.end());
            outcome = StreamObserver.Outcome.COMPLETED;
        } catch (StoppedException e) {
            outcome = StreamObserver.Outcome.CANCELLED;
            throw e;
        } finally {
            observer.ended(outcome);
        }
    }

    /** The next chunk, which the client's quota pays for. */
    private Chunk next(ChunkSource<?> source, long paid) {
        if (generation.allowance() == null) {
            return source.next(Integer.MAX_VALUE);
        }
        long free = paid - made;
        if (free > 0) {
            return source.next((int) Math.min(Integer.MAX_VALUE, free));
        }
        int taken = take();
        Chunk chunk = source.next(taken);
        allowance.giveBack(taken - chunk.records());
        return chunk;
    }

    private int take() {
        try {
            int taken = allowance.take(TAKEN_AT_ONCE);
            requireMine(taken > 0);
            return taken;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoppedException();
        }
    }

    private void write(String upload, FilePart part, byte[] bytes) throws IOException {
        FilePart stored = patience.with(() -> files.write(job.fileName(), upload, part, bytes));
        long records = made;
        requireMine(patience.with(() -> leases.wrote(job.id(), stored, records, lease())));
        parts.add(stored);
        written = records;
    }

    private void finish(String upload, String sha256) throws IOException {
        patience.with(
                () -> {
                    files.complete(job.fileName(), upload, parts);
                    return true;
                });
        Instant now = Instant.now();
        requireMine(
                patience.with(
                        () ->
                                leases.done(
                                        job.id(),
                                        made,
                                        sha256,
                                        now,
                                        now.plus(config.keepFiles()))));
    }

    private void fail(String error) {
        try {
            patience.with(() -> leases.failed(job.id(), error, Instant.now()));
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
