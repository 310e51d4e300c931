/** Reads X12 back: syntax and schema by StAEDI, and the rules of the guides that no schema says. */
@NullMarked
package io.github.clinicaldata.format.x12.validate;

import org.jspecify.annotations.NullMarked;
