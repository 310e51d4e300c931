/** How much a client may have: requests and records a minute, streams at a time. */
@NullMarked
package io.github.clinicaldata.security.limit;

import org.jspecify.annotations.NullMarked;
