package io.github.clinicaldata.format;

import io.github.clinicaldata.record.Population;

/**
 * What a session may need to know about the stream it writes.
 *
 * @param population whose records are written
 * @param firstIndex the index at which the stream begins
 * @param options how the client wants the format to write
 */
public record StreamContext(Population population, long firstIndex, FormatOptions options) {
    /** A stream with the defaults of all options. */
    public StreamContext(Population population, long firstIndex) {
        this(population, firstIndex, FormatOptions.NONE);
    }
}
