package io.github.clinicaldata.work;

/** Why a request about jobs or feeds is refused, beside what a plan is refused for. */
public abstract sealed class WorkRejected extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private WorkRejected(String message) {
        super(message, null, false, false);
    }

    /** An idempotency key that came with another request before. */
    public static final class KeyReused extends WorkRejected {
        private static final long serialVersionUID = 1L;

        /** Says so. */
        public KeyReused() {
            super("came with another request before; a new request needs a new key");
        }
    }

    /** As much waits as may. */
    public static final class QueueFull extends WorkRejected {
        private static final long serialVersionUID = 1L;

        /** Says what waits, and until when. */
        public QueueFull(String message) {
            super(message);
        }
    }

    /** What was there and is gone. */
    public static final class Gone extends WorkRejected {
        private static final long serialVersionUID = 1L;

        /** Says what is gone. */
        public Gone(String message) {
            super(message);
        }
    }

    /** What makes no sense in the state that the work is in. */
    public static final class WrongState extends WorkRejected {
        private static final long serialVersionUID = 1L;

        /** Says which state that is. */
        public WrongState(String message) {
            super(message);
        }
    }
}
