package io.github.clinicaldata.transport.http.job;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.clinicaldata.job.Job;
import io.github.clinicaldata.job.JobProgress;
import io.github.clinicaldata.job.JobState;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A job as clients see it.
 *
 * @param status the word of its state
 * @param downloadUrl where the file is once the job is done
 * @param recordCount records at most, and of a finished job how many there are
 * @param generatedAt when the file was finished
 * @param expiresAt when the file goes
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record JobView(
        UUID id,
        String kind,
        String status,
        @JsonProperty("download_url") String downloadUrl,
        @JsonProperty("record_count") long recordCount,
        String format,
        @JsonProperty("file_size_bytes") long fileSizeBytes,
        @JsonProperty("created_at") Instant createdAt,
        @JsonProperty("started_at") @Nullable Instant startedAt,
        @JsonProperty("completed_at") @Nullable Instant completedAt,
        @JsonProperty("generated_at") @Nullable Instant generatedAt,
        @JsonProperty("expires_at") @Nullable Instant expiresAt,
        Progress progress,
        @Nullable String error,
        @Nullable Metadata metadata) {

    /** How far a job is. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Progress(
            @JsonProperty("records_done") long recordsDone,
            @JsonProperty("records_per_second") long recordsPerSecond,
            @JsonProperty("seconds_left") @Nullable Long secondsLeft,
            @JsonProperty("waits_for") @Nullable String waitsFor) {}

    /**
     * About the file.
     *
     * @param parameters of the stream that has the same bytes
     * @param sha256 of the file, once it is there
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Metadata(Map<String, String> parameters, @Nullable String sha256) {}

    /** A job and how far it is. */
    public static JobView of(Job job, JobProgress progress) {
        boolean made = job.state() == JobState.DONE || job.state() == JobState.EXPIRED;
        return new JobView(
                job.id(),
                job.kind(),
                job.state().word(),
                Downloads.path(job),
                job.recordCount(),
                job.format(),
                job.fileBytes(),
                job.times().created(),
                job.times().started(),
                job.times().completed(),
                made ? job.times().completed() : null,
                job.times().expires(),
                new Progress(
                        progress.recordsDone(),
                        progress.recordsPerSecond(),
                        progress.secondsLeft(),
                        progress.trouble()),
                job.error(),
                job.metadata() ? new Metadata(job.parameters(), job.sha256()) : null);
    }
}
