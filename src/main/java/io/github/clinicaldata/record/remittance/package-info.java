/** What payers pay, shaped for the remittance advice 835 of X12. */
@NullMarked
package io.github.clinicaldata.record.remittance;

import org.jspecify.annotations.NullMarked;
