package io.github.clinicaldata.feed.target;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Why a target did not take records. The message holds no secret. */
public final class TargetFailure extends Exception {
    private static final long serialVersionUID = 1L;

    private final Reason reason;
    private final transient @Nullable Duration retryAfter;

    /** What can be done about it. */
    public enum Reason {
        /** Trying again may help. */
        PASSING,
        /** The target does not want these records; it may want others. */
        REFUSED,
        /** Nothing of this feed will be taken until somebody has changed something. */
        HOPELESS
    }

    private TargetFailure(Reason reason, String message, @Nullable Duration retryAfter) {
        super(message, null, false, false);
        this.reason = reason;
        this.retryAfter = retryAfter;
    }

    /** A failure after which trying again may help. */
    public static TargetFailure passing(String message) {
        return new TargetFailure(Reason.PASSING, message, null);
    }

    /** The same, where the target has said when. */
    public static TargetFailure passing(String message, @Nullable Duration retryAfter) {
        return new TargetFailure(Reason.PASSING, message, retryAfter);
    }

    /** The target does not want these records. */
    public static TargetFailure refused(String message) {
        return new TargetFailure(Reason.REFUSED, message, null);
    }

    /** The target will take nothing. */
    public static TargetFailure hopeless(String message) {
        return new TargetFailure(Reason.HOPELESS, message, null);
    }

    /** What can be done about it. */
    public Reason reason() {
        return reason;
    }

    /** The message; there is always one. */
    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }

    /** How long the target wants to be left alone, or null. */
    public @Nullable Duration retryAfter() {
        return retryAfter;
    }
}
