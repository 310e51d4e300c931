package io.github.clinicaldata.job;

import io.github.clinicaldata.work.Origin;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A job as the database has it.
 *
 * @param id names it
 * @param kind what is generated
 * @param parameters of the stream whose bytes the file has; they name the population
 * @param state where it stands
 * @param format the name of the format
 * @param recordCount how many records there will be at most, and of a finished job how many there
 *     are
 * @param recordsDone how many are written for good
 * @param fileName the last part of the download's path
 * @param fileBytes bytes that are written for good
 * @param sha256 of the finished file, in hexadecimal digits
 * @param metadata whether the client wants to be told about the file
 * @param times when what happened
 * @param error why it failed
 * @param upload where the parts of an unfinished file are collected
 * @param origin who asked for it
 */
public record Job(
        UUID id,
        String kind,
        Map<String, String> parameters,
        JobState state,
        String format,
        long recordCount,
        long recordsDone,
        String fileName,
        long fileBytes,
        @Nullable String sha256,
        boolean metadata,
        Times times,
        @Nullable String error,
        @Nullable String upload,
        Origin origin) {

    /**
     * When what happened.
     *
     * @param created when it was taken on
     * @param started when a worker first began with it
     * @param completed when it reached a final state
     * @param expires when its file goes
     */
    public record Times(
            Instant created,
            @Nullable Instant started,
            @Nullable Instant completed,
            @Nullable Instant expires) {}
}
