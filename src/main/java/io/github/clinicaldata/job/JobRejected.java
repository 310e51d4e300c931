package io.github.clinicaldata.job;

/** Why a request about jobs is refused, beside what a plan is refused for. */
public abstract sealed class JobRejected extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private JobRejected(String message) {
        super(message, null, false, false);
    }

    /** An idempotency key that came with another request before. */
    public static final class KeyReused extends JobRejected {
        private static final long serialVersionUID = 1L;

        KeyReused() {
            super("came with another request before; a new request needs a new key");
        }
    }

    /** As many jobs wait as may. */
    public static final class QueueFull extends JobRejected {
        private static final long serialVersionUID = 1L;

        QueueFull(int most) {
            super(most + " jobs wait already; try again once one has begun");
        }
    }

    /** A file that was there and is gone. */
    public static final class FileGone extends JobRejected {
        private static final long serialVersionUID = 1L;

        FileGone() {
            super("The file is past its time and gone; the same request makes it again");
        }
    }
}
