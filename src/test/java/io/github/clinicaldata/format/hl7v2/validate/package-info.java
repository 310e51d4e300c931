/** Faults that are planted into messages, and found. */
@NullMarked
package io.github.clinicaldata.format.hl7v2.validate;

import org.jspecify.annotations.NullMarked;
