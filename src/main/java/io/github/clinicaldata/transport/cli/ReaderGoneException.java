package io.github.clinicaldata.transport.cli;

import java.io.IOException;

/** Whoever read the output went away, as {@code head} does; no failure, but no complete output. */
final class ReaderGoneException extends IOException {
    private static final long serialVersionUID = 1L;

    ReaderGoneException(IOException cause) {
        super(cause);
    }
}
