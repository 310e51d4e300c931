/** Server-sent events: one record an event. */
@NullMarked
package io.github.clinicaldata.transport.sse;

import org.jspecify.annotations.NullMarked;
