/** Keys for the secrets of feeds. */
@NullMarked
package io.github.clinicaldata.feed.secret;

import org.jspecify.annotations.NullMarked;
