package io.github.clinicaldata.format.x12.validate;

/** Rules of a transaction that no schema says. One object a transaction. */
interface Rules {
    /** Looks at the next segment of the transaction, ST and SE left out. */
    void segment(Segment segment);

    /** Looks at what is still open when the transaction ends. */
    default void end() {}
}
