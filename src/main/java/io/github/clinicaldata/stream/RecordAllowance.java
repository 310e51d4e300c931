package io.github.clinicaldata.stream;

/**
 * How many records a client may have now. All streams of the client share it, each in its own
 * thread; none of its methods blocks.
 */
public interface RecordAllowance {
    /** Takes so many records at most; 0 when none is left now. */
    int take(int most);

    /** Returns what was taken and not made. */
    void giveBack(int unused);

    /** Nanoseconds until a record is there again; 0 when one is. */
    long nanosToNext();
}
