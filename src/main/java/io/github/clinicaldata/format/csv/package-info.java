/** CSV after RFC 4180, written from the schema of a kind. */
@NullMarked
package io.github.clinicaldata.format.csv;

import org.jspecify.annotations.NullMarked;
