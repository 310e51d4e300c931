/** Measurements; never run as tests. See {@code src/bench/README.md}. */
@NullMarked
package io.github.clinicaldata.bench;

import org.jspecify.annotations.NullMarked;
