package io.github.clinicaldata.security.key;

/** Keys can't be read or kept; the message names where and why. */
public final class KeyStoreException extends RuntimeException {
    private static final long serialVersionUID = 1;

    KeyStoreException(String message, Throwable cause) {
        super(message, cause);
    }
}
