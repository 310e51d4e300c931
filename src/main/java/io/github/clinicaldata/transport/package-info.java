/** How chunks travel: one package a transport, and what they share. */
@NullMarked
package io.github.clinicaldata.transport;

import org.jspecify.annotations.NullMarked;
