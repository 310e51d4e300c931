/** Questions of providers about coverage, shaped for the pair 270 and 271 of X12. */
@NullMarked
package io.github.clinicaldata.record.eligibility;

import org.jspecify.annotations.NullMarked;
