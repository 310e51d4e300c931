/** Reference tables that are read once from the class path. */
@NullMarked
package io.github.clinicaldata.record.code;

import org.jspecify.annotations.NullMarked;
