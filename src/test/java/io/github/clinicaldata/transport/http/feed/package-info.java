/** Tests. */
@NullUnmarked
package io.github.clinicaldata.transport.http.feed;

import org.jspecify.annotations.NullUnmarked;
