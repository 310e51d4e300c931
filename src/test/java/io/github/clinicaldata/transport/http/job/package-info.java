/** Tests. */
@NullUnmarked
package io.github.clinicaldata.transport.http.job;

import org.jspecify.annotations.NullUnmarked;
