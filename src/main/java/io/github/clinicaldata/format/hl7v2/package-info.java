/** HL7 version 2.5.1: the syntax, and one class a message. */
@NullMarked
package io.github.clinicaldata.format.hl7v2;

import org.jspecify.annotations.NullMarked;
