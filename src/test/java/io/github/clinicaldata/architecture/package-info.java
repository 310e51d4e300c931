/** The arrows of the architecture. */
@NullMarked
package io.github.clinicaldata.architecture;

import org.jspecify.annotations.NullMarked;
