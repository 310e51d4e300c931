package io.github.clinicaldata.feed;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Where a feed stands. */
public enum FeedState {
    /** Waits for a server that has room for it. */
    QUEUED,
    /** Records go to the target. */
    RUNNING,
    /** The target does not take records now; the feed tries again. */
    WAITING,
    /** A client has told it to pause. */
    PAUSED,
    /** All was sent. */
    DONE,
    /** It can't go on; the error says why. It goes on where it was when it is resumed. */
    FAILED,
    /** A client has ended it. */
    STOPPED;

    /** The word in answers and in the database. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The state of a word. */
    public static FeedState of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }

    /** The words of all states. */
    public static List<String> words() {
        return Arrays.stream(values()).map(FeedState::word).toList();
    }

    /** Whether it never goes on. */
    public boolean isFinal() {
        return this == DONE || this == STOPPED;
    }

    /** Whether a server runs it, or would if it had room. */
    public boolean isActive() {
        return this == QUEUED || this == RUNNING || this == WAITING;
    }
}
