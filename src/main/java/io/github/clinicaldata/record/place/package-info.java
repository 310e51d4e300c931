/** States, ZIP codes, counties, area codes and street lines. */
@NullMarked
package io.github.clinicaldata.record.place;

import org.jspecify.annotations.NullMarked;
