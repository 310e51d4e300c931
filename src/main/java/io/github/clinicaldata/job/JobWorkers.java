package io.github.clinicaldata.job;

import io.github.clinicaldata.config.GeneratorConfig;
import io.github.clinicaldata.config.JobsConfig;
import io.github.clinicaldata.database.Database;
import io.github.clinicaldata.database.DatabaseUnavailableException;
import io.github.clinicaldata.job.storage.FileStore;
import io.github.clinicaldata.plan.GenerationPlan;
import io.github.clinicaldata.security.WorkQuotas;
import io.github.clinicaldata.stream.Framing;
import io.github.clinicaldata.stream.StreamObserver;
import io.github.clinicaldata.stream.StreamSpans;
import io.github.clinicaldata.stream.Streams;
import io.github.clinicaldata.work.StoppedException;
import io.github.clinicaldata.work.WorkLog;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * The threads that work on jobs. They begin when the server starts and the database may hold jobs,
 * or with the first job; a command of the command line has none.
 */
@Singleton
final class JobWorkers {
    private static final Logger LOG = Logger.getLogger(JobWorkers.class);
    private static final Duration STOP_WITHIN = Duration.ofSeconds(20);
    private static final int LOOKS_A_LEASE = 5;

    /**
     * How many jobs wait at most for records that their clients may have, beside those that workers
     * work on; a client that has one is given no other.
     */
    private static final int MOST_SLOWED = 16;

    private final Database database;
    private final JobLeases leases;
    private final JobPlans plans;
    private final FileStore files;
    private final Retention retention;
    private final Streams streams;
    private final WorkQuotas quotas;
    private final JobsConfig config;
    private final Semaphore places;
    private final Set<String> slowClients = ConcurrentHashMap.newKeySet();
    private final boolean serves;
    private final Map<UUID, JobRun> runs = new ConcurrentHashMap<>();
    private final Semaphore news = new Semaphore(0);
    private final List<Thread> threads = new ArrayList<>();
    private boolean takenBack;
    private volatile boolean stopping;

    JobWorkers(
            Database database,
            JobLeases leases,
            JobPlans plans,
            FileStore files,
            Retention retention,
            Streams streams,
            WorkQuotas quotas,
            GeneratorConfig config,
            @ConfigProperty(name = "quarkus.http.host-enabled") boolean serves) {
        this.database = database;
        this.leases = leases;
        this.plans = plans;
        this.files = files;
        this.retention = retention;
        this.streams = streams;
        this.quotas = quotas;
        this.config = config.jobs();
        places = new Semaphore(this.config.workers(), true);
        this.serves = serves;
    }

    void starts(@Observes StartupEvent event) {
        if (serves && database.isInUse()) {
            start();
        }
    }

    /** Says that a job was added. */
    void wake() {
        start();
        news.release();
    }

    private synchronized void start() {
        if (!threads.isEmpty() || stopping) {
            return;
        }
        for (int i = 1; i <= config.workers() + MOST_SLOWED; i++) {
            threads.add(thread("job-" + i, this::work));
        }
        threads.add(thread("job-keeper", this::keep));
        threads.forEach(Thread::start);
    }

    private static Thread thread(String name, Runnable task) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        return thread;
    }

    private Duration look() {
        return config.lease().dividedBy(LOOKS_A_LEASE);
    }

    private void work() {
        while (!stopping) {
            Place place = new Place(places);
            try (place) {
                place.take();
                if (!stopping) {
                    workAt(place);
                }
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    /** Works on a job, or waits for one; keeps the place while the database is away. */
    private void workAt(Place place) throws InterruptedException {
        try {
            Optional<Job> job = claim();
            if (job.isPresent()) {
                run(job.get(), place);
            } else {
                boolean told = news.tryAcquire(look().toMillis(), TimeUnit.MILLISECONDS);
                LOG.tracef("told of a job: %s", told);
            }
        } catch (DatabaseUnavailableException e) {
            LOG.warnf("Jobs wait: %s", e.getCause());
            pause(look());
        } catch (RuntimeException e) {
            LOG.error("A worker failed", e);
            pause(look());
        }
    }

    /**
     * Lets another job begin in the place of one whose speed is from now on that of a quota, but
     * none of the same client.
     */
    private void slowed(Job job, Place place) {
        slowClients.add(job.origin().client());
        place.close();
    }

    private Optional<Job> claim() {
        synchronized (this) {
            if (!takenBack && database.isEmbedded()) {
                leases.takeBack();
            }
            takenBack = true;
        }
        Instant now = Instant.now();
        return leases.claim(now, now.plus(config.lease()), List.copyOf(slowClients));
    }

    private void run(Job job, Place place) {
        Map<String, String> trace = StreamSpans.inLogs(job.origin().traceParent());
        try (WorkLog log = WorkLog.of(job.origin(), trace)) {
            run(job, place, log);
        }
    }

    private void run(Job job, Place place, WorkLog log) {
        JobRun run =
                new JobRun(
                        job,
                        leases,
                        files,
                        config,
                        new JobRun.Generation(
                                () -> plans.plan(job.kind(), job.parameters()),
                                plan -> streams.source(plan, Framing.NONE),
                                plan -> observer(job, plan, log),
                                quotas.records(job.origin()),
                                () -> slowed(job, place)));
        runs.put(job.id(), run);
        if (stopping) {
            run.stop();
        }
        try {
            run.run();
            LOG.infof("Job %s ended after %d records", job.id(), run.progress().recordsDone());
        } catch (StoppedException e) {
            LOG.infof("Job %s was stopped", job.id());
            retention.removeIfOver(job.id());
        } catch (RuntimeException | Error e) {
            LOG.errorf(e, "Job %s waits", job.id());
            pause(look());
        } finally {
            runs.remove(job.id());
            slowClients.remove(job.origin().client());
            release(job);
            retention.sweepSoon();
        }
    }

    private StreamObserver observer(Job job, GenerationPlan<?> plan, WorkLog log) {
        StreamObserver observer =
                streams.observe(plan, "job", job.id().toString(), job.origin().traceParent());
        log.tell(observer.inLogs());
        return observer;
    }

    private void release(Job job) {
        try {
            leases.release(job.id());
        } catch (DatabaseUnavailableException e) {
            LOG.debugf("Job %s is free when its lease ends", job.id());
        }
    }

    /** Gives signs of life and removes files that are past their time. */
    private void keep() {
        Duration every = min(config.lease().dividedBy(LOOKS_A_LEASE), config.sweepEvery());
        while (!stopping) {
            for (JobRun run : runs.values()) {
                renew(run);
            }
            retention.sweepIfDue();
            pause(every);
        }
    }

    private static Duration min(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    private void renew(JobRun run) {
        try {
            if (!leases.renew(run.job().id(), run.lease())) {
                run.stop();
            }
        } catch (DatabaseUnavailableException e) {
            LOG.debugf("No sign of life for job %s", run.job().id());
        }
    }

    private void pause(Duration time) {
        try {
            for (long left = time.toMillis(); left > 0 && !stopping; left -= 50) {
                Thread.sleep(Math.min(50, left));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Ends the work on a job on this server, if there is any. */
    void stop(UUID id) {
        JobRun run = runs.get(id);
        if (run != null) {
            run.stop();
        }
    }

    /** How far a job is. */
    JobProgress progress(Job job) {
        JobRun run = runs.get(job.id());
        return run == null || job.state().isFinal() ? JobProgress.recorded(job) : run.progress();
    }

    void stops(@Observes ShutdownEvent event) {
        stopping = true;
        runs.values().forEach(JobRun::stop);
        news.release(config.workers() + MOST_SLOWED);
        places.release(MOST_SLOWED);
        List<Thread> ending;
        synchronized (this) {
            ending = List.copyOf(threads);
        }
        long end = System.nanoTime() + STOP_WITHIN.toNanos();
        for (Thread thread : ending) {
            try {
                thread.join(Math.max(1, (end - System.nanoTime()) / 1_000_000));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
