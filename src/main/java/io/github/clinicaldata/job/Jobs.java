package io.github.clinicaldata.job;

import io.github.clinicaldata.config.GeneratorConfig;
import io.github.clinicaldata.config.JobsConfig;
import io.github.clinicaldata.job.storage.FileStore;
import io.github.clinicaldata.job.storage.Sha256;
import io.github.clinicaldata.plan.GenerationPlan;
import io.github.clinicaldata.plan.PlanRejected;
import io.github.clinicaldata.plan.StoredParameters;
import io.github.clinicaldata.work.Origin;
import io.github.clinicaldata.work.WorkRejected;
import io.smallrye.mutiny.Multi;
import jakarta.inject.Singleton;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What clients do with jobs. All of it may block. */
@Singleton
public final class Jobs {
    /** Parameters of streams that jobs do not take. */
    public static final List<String> OF_STREAMS_ONLY = List.of("rate", "arrival", "resume_after");

    private static final Pattern FILE_NAME =
            Pattern.compile(
                    "[a-z-]+-([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})"
                            + "\\.[a-z0-9]+");

    private final JobPlans plans;
    private final JobStore store;
    private final JobWorkers workers;
    private final Retention retention;
    private final FileStore files;
    private final JobsConfig config;

    Jobs(
            JobPlans plans,
            JobStore store,
            JobWorkers workers,
            Retention retention,
            FileStore files,
            GeneratorConfig config) {
        this.plans = plans;
        this.store = store;
        this.workers = workers;
        this.retention = retention;
        this.files = files;
        this.config = config.jobs();
    }

    /**
     * A request for a job.
     *
     * @param kind what is to be generated
     * @param parameters of the stream that is to become a file
     * @param metadata whether the client wants to be told about the file
     * @param key the client's idempotency key, or null
     * @param origin who asks for it
     */
    public record Request(
            String kind,
            Map<String, String> parameters,
            boolean metadata,
            @Nullable String key,
            Origin origin) {
        private String digest() {
            String text = kind + "\n" + metadata + "\n" + new TreeMap<>(parameters);
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            return Sha256.of(bytes, bytes.length);
        }
    }

    /**
     * Takes on a job, once it is checked. The same key with the same request brings the same job.
     *
     * @throws PlanRejected when no such stream could be made
     * @throws WorkRejected when too many jobs wait, or the key came with another request
     */
    public Job submit(Request request) {
        GenerationPlan<?> plan = plans.check(request.kind(), request.parameters());
        String key = request.key();
        if (key != null) {
            Optional<Job> known = known(key, request.digest());
            if (known.isPresent()) {
                return known.get();
            }
        }
        Job job = job(request, plan);
        JobStore.NewJob added =
                new JobStore.NewJob(job, key, request.digest(), files.location(job.fileName()));
        if (!store.add(added, config.maxQueued()) && key != null) {
            return known(key, request.digest()).orElseThrow(WorkRejected.KeyReused::new);
        }
        workers.wake();
        return job;
    }

    private Optional<Job> known(String key, String digest) {
        Optional<JobStore.Known> known = store.findByKey(key);
        if (known.isPresent() && !known.get().digest().equals(digest)) {
            throw new WorkRejected.KeyReused();
        }
        return known.map(JobStore.Known::job);
    }

    private static Job job(Request request, GenerationPlan<?> plan) {
        UUID id = UUID.randomUUID();
        String name = plan.kind().name() + "-" + id + "." + plan.format().name();
        Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
        return new Job(
                id,
                plan.kind().name(),
                StoredParameters.pinned(plan, request.parameters()),
                JobState.QUEUED,
                plan.format().name(),
                plan.mostRecords(),
                0,
                name,
                0,
                null,
                request.metadata(),
                new Job.Times(now, null, null, null),
                null,
                null,
                request.origin());
    }

    /**
     * A job.
     *
     * @throws PlanRejected.NotFound when there is none
     */
    public Job find(String id) {
        UUID uuid;
        try {
            uuid = UUID.fromString(id);
        } catch (IllegalArgumentException e) {
            throw unknown();
        }
        return store.find(uuid).orElseThrow(Jobs::unknown);
    }

    private static PlanRejected.NotFound unknown() {
        return new PlanRejected.NotFound("id", "There is no job with this id");
    }

    /** How far a job is. */
    public JobProgress progress(Job job) {
        return workers.progress(job);
    }

    /** Jobs, the latest first. */
    public JobQuery.Page list(JobQuery query) {
        return store.list(query);
    }

    /**
     * Gives up a job, or removes the file of a finished one; once is the same as twice.
     *
     * @throws PlanRejected.NotFound when there is none
     */
    public Job delete(String id) {
        Job job = find(id);
        Instant now = Instant.now();
        if (store.cancel(job.id(), now) || store.expire(job.id(), now)) {
            workers.stop(job.id());
            retention.sweepSoon();
        }
        return find(id);
    }

    /**
     * The finished job of a file.
     *
     * @throws PlanRejected.NotFound when there is none, or it is not finished
     * @throws WorkRejected.Gone when the file is past its time
     */
    public Job ofFile(String name) {
        Matcher matcher = FILE_NAME.matcher(name);
        Optional<Job> job =
                matcher.matches()
                        ? store.find(UUID.fromString(matcher.group(1)))
                                .filter(found -> found.fileName().equals(name))
                        : Optional.empty();
        if (job.isEmpty()) {
            throw new PlanRejected.NotFound("file", "There is no such file");
        }
        return switch (job.get().state()) {
            case DONE -> job.get();
            case EXPIRED ->
                    throw new WorkRejected.Gone(
                            "The file is past its time and gone; the same request makes"
                                    + " it again");
            case QUEUED, RUNNING, FAILED, CANCELLED ->
                    throw new PlanRejected.NotFound(
                            "file",
                            "There is no such file; the job is " + job.get().state().word());
        };
    }

    /** Bytes of the file of a finished job. */
    public Multi<ByteBuffer> read(Job job, long from, long length) {
        return files.read(job.fileName(), from, length);
    }
}
