package io.github.clinicaldata.job;

import java.util.Locale;

/** Where a job stands. */
public enum JobState {
    /** Waits for a worker. */
    QUEUED,
    /** A worker writes its file, or will go on with it once the server is back. */
    RUNNING,
    /** The file is there. */
    DONE,
    /** The file can't be made; the error says why. */
    FAILED,
    /** The client gave it up. */
    CANCELLED,
    /** The file was there and is gone. */
    EXPIRED;

    /** The word in answers and in the database. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The state of a word. */
    public static JobState of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }

    /** Whether no worker has anything left to do. */
    public boolean isFinal() {
        return this != QUEUED && this != RUNNING;
    }
}
