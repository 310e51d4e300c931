/** The kind {@code vaccines}: doses that were given, and those that were not. */
@NullMarked
package io.github.clinicaldata.record.vaccine;

import org.jspecify.annotations.NullMarked;
