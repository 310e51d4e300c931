/** Conditions: what members have or had. */
@NullMarked
package io.github.clinicaldata.record.condition;

import org.jspecify.annotations.NullMarked;
