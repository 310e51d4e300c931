package io.github.clinicaldata.transport.cli;

/** What a command ends with; part of the public contract. */
final class ExitCodes {
    /** All was written. */
    static final int OK = 0;

    /** Something broke, for example a full disk. */
    static final int FAILED = 1;

    /** The arguments ask for what is not offered. */
    static final int BAD_ARGUMENTS = 2;

    /**
     * There is no record with an id, or filters matched nothing for so long that the run gave up.
     */
    static final int NO_MATCH = 3;

    /** Whoever read standard output went away; 128 and the number of the signal that says so. */
    static final int READER_GONE = 141;

    private ExitCodes() {}
}
