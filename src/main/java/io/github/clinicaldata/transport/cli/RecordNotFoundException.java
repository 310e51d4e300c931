package io.github.clinicaldata.transport.cli;

/** There is no record with an id. */
final class RecordNotFoundException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    RecordNotFoundException(String message) {
        super(message);
    }
}
