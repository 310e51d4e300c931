package io.github.clinicaldata.stream;

/**
 * A stream ends before its end because the server stops. Any other replica, or this one started
 * again, gives the rest.
 */
public final class ServerStoppingException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * The stream ends after a record.
     *
     * @param lastIndex the index of the last record that the stream made, or -1 if it made none
     */
    public ServerStoppingException(long lastIndex) {
        super(
                lastIndex < 0
                        ? "The server stops; ask again"
                        : "The server stops; resume_after=%d gives the rest".formatted(lastIndex));
    }
}
