/** Tests. */
@NullUnmarked
package io.github.clinicaldata.feed;

import org.jspecify.annotations.NullUnmarked;
