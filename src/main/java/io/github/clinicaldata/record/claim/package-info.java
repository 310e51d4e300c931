/** Claims: what was billed for visits and drugs, and what the payer made of it. */
@NullMarked
package io.github.clinicaldata.record.claim;

import org.jspecify.annotations.NullMarked;
