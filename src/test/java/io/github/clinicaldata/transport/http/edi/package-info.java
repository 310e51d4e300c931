/** Tests. */
@NullUnmarked
package io.github.clinicaldata.transport.http.edi;

import org.jspecify.annotations.NullUnmarked;
