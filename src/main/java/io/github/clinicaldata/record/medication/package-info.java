/** Stub. */
@NullMarked
package io.github.clinicaldata.record.medication;

import org.jspecify.annotations.NullMarked;
