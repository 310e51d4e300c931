/** Feeds over HTTP. */
@NullMarked
package io.github.clinicaldata.transport.http.feed;

import org.jspecify.annotations.NullMarked;
