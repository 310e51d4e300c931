package io.github.clinicaldata.operations.openapi;

import io.github.clinicaldata.job.Job;
import io.github.clinicaldata.job.JobProgress;
import io.github.clinicaldata.job.JobState;
import io.github.clinicaldata.transport.http.Envelope;
import io.github.clinicaldata.transport.http.job.JobView;
import io.github.clinicaldata.transport.http.job.JobsResource;
import io.github.clinicaldata.work.Origin;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Jobs as the document shows them. */
@Singleton
final class JobExamples {
    /** The id of the job that is shown. */
    static final String ID = "3f2c8a4e-9d51-4c3b-8f0e-5a1b2c3d4e5f";

    /** The name of its file. */
    static final String FILE = "members-" + ID + ".csv";

    /** A page's end. */
    static final String CURSOR =
            "MTc2NzIyNTYwMDAwMDAwMCAzZjJjOGE0ZS05ZDUxLTRjM2ItOGYwZS01YTFiMmMzZDRlNWY";

    private static final Instant TAKEN = Instant.parse("2026-01-01T00:00:00Z");
    private static final int RECORDS = 100;
    private static final int BYTES = 51_200;

    private final Examples examples;

    JobExamples(Examples examples) {
        this.examples = examples;
    }

    private static JobView view(JobState state) {
        boolean done = state == JobState.DONE;
        Instant end = TAKEN.plusSeconds(1);
        @Nullable Instant completed = state.isFinal() ? end : null;
        Job job =
                new Job(
                        UUID.fromString(ID),
                        "members",
                        Map.of(),
                        state,
                        "csv",
                        RECORDS,
                        done ? RECORDS : 0,
                        FILE,
                        done ? BYTES : 0,
                        null,
                        false,
                        new Job.Times(
                                TAKEN,
                                done ? TAKEN : null,
                                completed,
                                done ? end.plus(Duration.ofDays(1)) : null),
                        null,
                        null,
                        new Origin(Examples.REQUEST_ID, null, null, "127.0.0.1", null));
        Long left = state.isFinal() ? Long.valueOf(0) : null;
        return JobView.of(job, new JobProgress(done ? RECORDS : 0, 0, left, null));
    }

    /** The answer about a job. */
    Object job(JobState state) {
        return examples.tree(Envelope.of(view(state), examples.meta()));
    }

    /** A page of one job. */
    Object page() {
        JobsResource.Page page = new JobsResource.Page(List.of(view(JobState.DONE)), CURSOR);
        return examples.tree(Envelope.of(page, examples.meta()));
    }

    /** The last event of a job. */
    String event() {
        return "event:done\ndata:" + examples.text(view(JobState.DONE)) + "\n\n";
    }
}
