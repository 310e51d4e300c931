/** The years of a population: where events stand among the indexes, and how many there are. */
@NullMarked
package io.github.clinicaldata.record.world;

import org.jspecify.annotations.NullMarked;
