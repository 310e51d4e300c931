package io.github.clinicaldata.stream;

import io.github.clinicaldata.format.ByteSink;

/** What a transport puts around each record within a chunk, for example the lines of an event. */
public interface Framing {
    /** Nothing around records. */
    Framing NONE = new Framing() {};

    /**
     * Before the bytes of a record; the sink is empty when the record is the first of its chunk.
     */
    default void before(long index, long number, ByteSink sink) {}

    /**
     * After the bytes of a record.
     *
     * @param start where they begin in the sink
     */
    default void after(int start, ByteSink sink) {}

    /** After the bytes that a format puts before the first record, if any. */
    default void afterBegin(int start, ByteSink sink) {}

    /** After the bytes that a format puts after the last record, if any. */
    default void afterEnd(int start, ByteSink sink) {}
}
