/** What the native binary is told. */
@NullMarked
package io.github.clinicaldata.operations.nativeimage;

import org.jspecify.annotations.NullMarked;
