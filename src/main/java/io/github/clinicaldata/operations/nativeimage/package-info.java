/** What GraalVM is told while it builds the native binary; nothing here runs in a server. */
@NullMarked
package io.github.clinicaldata.operations.nativeimage;

import org.jspecify.annotations.NullMarked;
