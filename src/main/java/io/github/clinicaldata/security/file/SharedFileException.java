package io.github.clinicaldata.security.file;

/** What several processes share can't be read or kept; the message names where and why. */
public final class SharedFileException extends RuntimeException {
    private static final long serialVersionUID = 1;

    SharedFileException(String message, Throwable cause) {
        super(message, cause);
    }
}
