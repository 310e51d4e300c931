/** Messages of HL7 v2, read back by a parser that is not ours. */
@NullMarked
package io.github.clinicaldata.format.hl7v2;

import org.jspecify.annotations.NullMarked;
