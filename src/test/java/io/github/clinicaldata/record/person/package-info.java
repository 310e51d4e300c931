/** Tests. */
@NullUnmarked
package io.github.clinicaldata.record.person;

import org.jspecify.annotations.NullUnmarked;
