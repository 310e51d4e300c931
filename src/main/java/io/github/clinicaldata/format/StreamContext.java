package io.github.clinicaldata.format;

import io.github.clinicaldata.record.Population;

/**
 * What a session may need to know about the stream it writes.
 *
 * @param population whose records are written
 * @param firstIndex the index at which the stream begins
 */
public record StreamContext(Population population, long firstIndex) {}
