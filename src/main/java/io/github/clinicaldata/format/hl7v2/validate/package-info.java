/** Reads HL7 v2 messages back and says what is wrong with them. */
@NullMarked
package io.github.clinicaldata.format.hl7v2.validate;

import org.jspecify.annotations.NullMarked;
