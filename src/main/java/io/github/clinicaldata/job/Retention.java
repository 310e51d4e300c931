package io.github.clinicaldata.job;

import io.github.clinicaldata.config.GeneratorConfig;
import io.github.clinicaldata.config.JobsConfig;
import io.github.clinicaldata.database.DatabaseUnavailableException;
import io.github.clinicaldata.job.storage.FileStore;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;

/** Removes files that are past their time, what ended jobs left, and at last the jobs. */
@Singleton
final class Retention {
    private static final Logger LOG = Logger.getLogger(Retention.class);
    private static final int AT_ONCE = 100;

    private final JobStore jobs;
    private final FileStore files;
    private final JobsConfig config;
    private volatile Instant next = Instant.EPOCH;

    Retention(JobStore jobs, FileStore files, GeneratorConfig config) {
        this.jobs = jobs;
        this.files = files;
        this.config = config.jobs();
    }

    /** Lets the next look sweep. */
    void sweepSoon() {
        next = Instant.EPOCH;
    }

    /** Sweeps when it is time. */
    void sweepIfDue() {
        Instant now = Instant.now();
        if (now.isBefore(next)) {
            return;
        }
        next = now.plus(config.sweepEvery());
        try {
            sweep(now);
        } catch (DatabaseUnavailableException e) {
            LOG.debug("Files are kept until the database is back");
        }
    }

    /** Removes what a worker may have written after its job was given up. */
    void removeIfOver(UUID id) {
        try {
            Optional<Job> job = jobs.find(id);
            if (job.isPresent() && isOver(job.get().state())) {
                files.discard(job.get().fileName(), job.get().upload());
            }
        } catch (DatabaseUnavailableException | IOException e) {
            LOG.warnf("What job %s left stays: %s", id, e.getMessage());
        }
    }

    private static boolean isOver(JobState state) {
        return state.isFinal() && state != JobState.DONE;
    }

    private void sweep(Instant now) {
        jobs.expireAll(now);
        List<Job> left = jobs.leftBehind(AT_ONCE);
        for (Job job : left) {
            try {
                files.discard(job.fileName(), job.upload());
                jobs.removed(job.id());
            } catch (IOException e) {
                LOG.warnf("%s can't be removed yet: %s", job.fileName(), e.getMessage());
            }
        }
        jobs.forget(now.minus(config.keepHistory()));
        if (left.size() == AT_ONCE) {
            sweepSoon();
        }
    }
}
