/** Tests. */
@NullUnmarked
package io.github.clinicaldata.transport.http;

import org.jspecify.annotations.NullUnmarked;
