/** The server is told to stop while streams run. */
@NullMarked
package io.github.clinicaldata.transport.drain;

import org.jspecify.annotations.NullMarked;
