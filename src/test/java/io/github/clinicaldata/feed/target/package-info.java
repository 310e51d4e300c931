/** Tests. */
@NullUnmarked
package io.github.clinicaldata.feed.target;

import org.jspecify.annotations.NullUnmarked;
