/** Tests. */
@NullUnmarked
package io.github.clinicaldata.transport.sse;

import org.jspecify.annotations.NullUnmarked;
