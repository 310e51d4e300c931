/** Payers, products and the mix of coverage by age and income. */
@NullMarked
package io.github.clinicaldata.record.coverage;

import org.jspecify.annotations.NullMarked;
