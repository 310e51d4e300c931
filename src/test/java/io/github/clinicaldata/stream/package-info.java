/** Tests. */
@NullUnmarked
package io.github.clinicaldata.stream;

import org.jspecify.annotations.NullUnmarked;
