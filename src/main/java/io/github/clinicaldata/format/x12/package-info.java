/** X12 005010: the syntax, and one class a transaction set. */
@NullMarked
package io.github.clinicaldata.format.x12;

import org.jspecify.annotations.NullMarked;
