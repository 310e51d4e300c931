/** What clients should not do, and what comes of it: nothing is lost, and others are served. */
@NullUnmarked
package io.github.clinicaldata.faults;

import org.jspecify.annotations.NullUnmarked;
