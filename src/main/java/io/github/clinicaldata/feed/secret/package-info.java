/** The secrets of feeds' targets as the database has them: encrypted. */
@NullMarked
package io.github.clinicaldata.feed.secret;

import org.jspecify.annotations.NullMarked;
