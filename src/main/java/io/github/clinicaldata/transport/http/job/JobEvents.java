package io.github.clinicaldata.transport.http.job;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.clinicaldata.config.GeneratorConfig;
import io.github.clinicaldata.job.Job;
import io.github.clinicaldata.job.Jobs;
import io.smallrye.common.annotation.CheckReturnValue;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.inject.Singleton;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.time.Duration;

/** Tells the progress of jobs as server-sent events, the last of which says how the job ended. */
@Singleton
final class JobEvents {
    private static final String PROGRESS = "progress";

    private final Jobs jobs;
    private final ObjectMapper json;
    private final Duration every;

    JobEvents(Jobs jobs, ObjectMapper json, GeneratorConfig config) {
        this.jobs = jobs;
        this.json = json;
        every = config.jobs().progressEvery();
    }

    @CheckReturnValue
    Multi<OutboundSseEvent> of(Job job, Sse sse) {
        Multi<Job> now = Multi.createFrom().item(job);
        return (job.state().isFinal()
                        ? now
                        : Multi.createBy().concatenating().streams(now, later(job)))
                .map(each -> event(each, sse));
    }

    /** The job again and again, until it has ended. */
    private Multi<Job> later(Job job) {
        return Multi.createBy()
                .repeating()
                .uni(
                        () ->
                                Uni.createFrom()
                                        .item(() -> jobs.find(job.id().toString()))
                                        .runSubscriptionOn(Infrastructure.getDefaultWorkerPool()))
                .withDelay(every)
                .whilst(each -> !each.state().isFinal());
    }

    private OutboundSseEvent event(Job job, Sse sse) {
        try {
            return sse.newEventBuilder()
                    .name(job.state().isFinal() ? job.state().word() : PROGRESS)
                    .data(json.writeValueAsString(JobView.of(job, jobs.progress(job))))
                    .build();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
