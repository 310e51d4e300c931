/** Traces, as a collector of OpenTelemetry's protocol gets them. */
@NullMarked
package io.github.clinicaldata.transport.trace;

import org.jspecify.annotations.NullMarked;
