/** Observations: vital signs and scores of visits, and results of laboratories, one by one. */
@NullMarked
package io.github.clinicaldata.record.observation;

import org.jspecify.annotations.NullMarked;
