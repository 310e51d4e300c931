package io.github.clinicaldata.security.smart;

/** Why a client gets no token, as OAuth 2.0 says it (RFC 6749, section 5.2). */
public final class TokenRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Reason reason;

    TokenRefused(Reason reason, String message) {
        super(message, null, false, false);
        this.reason = reason;
    }

    /** The words of OAuth. */
    public enum Reason {
        /** Something is missing or there twice. */
        INVALID_REQUEST("invalid_request"),
        /** The assertion does not prove who asks. */
        INVALID_CLIENT("invalid_client"),
        /** It is asked for in a way that is not offered. */
        UNSUPPORTED_GRANT_TYPE("unsupported_grant_type"),
        /** None of the scopes is offered. */
        INVALID_SCOPE("invalid_scope");

        private final String word;

        Reason(String word) {
            this.word = word;
        }

        /** The word in {@code error}. */
        public String word() {
            return word;
        }
    }

    /** The reason. */
    public Reason reason() {
        return reason;
    }
}
