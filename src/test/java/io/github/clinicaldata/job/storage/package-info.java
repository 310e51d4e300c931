/** Tests. */
@NullUnmarked
package io.github.clinicaldata.job.storage;

import org.jspecify.annotations.NullUnmarked;
