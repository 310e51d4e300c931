package io.github.clinicaldata.security;

import io.github.clinicaldata.security.limit.QuotaState;

/** Why a client does not get what it asks for. Each transport translates this family once. */
public abstract sealed class AccessRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private AccessRefused(String message) {
        super(message, null, false, false);
    }

    /** A key is asked for, and none was given, or one that opens nothing. */
    public static final class Unauthenticated extends AccessRefused {
        private static final long serialVersionUID = 1L;

        /** Why. */
        public Unauthenticated(String message) {
            super(message);
        }
    }

    /** The key is good, but not for this. */
    public static final class Forbidden extends AccessRefused {
        private static final long serialVersionUID = 1L;

        /** Why. */
        public Forbidden(String message) {
            super(message);
        }
    }

    /** The client has had all that it may have for now. */
    public static final class TooMuch extends AccessRefused {
        private static final long serialVersionUID = 1L;

        private final transient QuotaState state;
        private final long retryAfterSeconds;

        /**
         * A refusal that ends by itself.
         *
         * @param message which bound was met
         * @param state what the client has left
         * @param retryAfterSeconds when it is worth to ask again, at least 1
         */
        public TooMuch(String message, QuotaState state, long retryAfterSeconds) {
            super(message);
            this.state = state;
            this.retryAfterSeconds = retryAfterSeconds;
        }

        /** What the client has left. */
        public QuotaState state() {
            return state;
        }

        /** When it is worth to ask again. */
        public long retryAfterSeconds() {
            return retryAfterSeconds;
        }
    }
}
