/** Tests. */
@NullUnmarked
package io.github.clinicaldata.job;

import org.jspecify.annotations.NullUnmarked;
