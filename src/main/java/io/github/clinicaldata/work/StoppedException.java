package io.github.clinicaldata.work;

/** The work is not wanted any more: it was cancelled, taken over, or the server stops. */
public final class StoppedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Says so. */
    public StoppedException() {
        super("stopped", null, false, false);
    }
}
