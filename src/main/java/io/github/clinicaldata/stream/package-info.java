/** Turns a plan into a demand-driven, cancellable, rate-shaped stream of chunks. */
@NullMarked
package io.github.clinicaldata.stream;

import org.jspecify.annotations.NullMarked;
