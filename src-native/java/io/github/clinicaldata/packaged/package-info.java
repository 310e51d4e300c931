/** Tests of whatever was packaged: the jar, or with {@code -Pnative} the native binary. */
@NullMarked
package io.github.clinicaldata.packaged;

import org.jspecify.annotations.NullMarked;
