/** Keyed random streams, weighted tables and bijections; the only source of randomness. */
@NullMarked
package io.github.clinicaldata.record.random;

import org.jspecify.annotations.NullMarked;
