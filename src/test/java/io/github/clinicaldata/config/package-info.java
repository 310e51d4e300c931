/** Tests. */
@NullUnmarked
package io.github.clinicaldata.config;

import org.jspecify.annotations.NullUnmarked;
