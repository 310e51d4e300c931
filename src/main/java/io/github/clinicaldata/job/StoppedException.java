package io.github.clinicaldata.job;

/** The work is not wanted any more: the job was cancelled, taken over, or the server stops. */
final class StoppedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    StoppedException() {
        super("stopped", null, false, false);
    }
}
