/** Feeds: streams that are pushed to other systems, kept in the database, run by threads. */
@NullMarked
package io.github.clinicaldata.feed;

import org.jspecify.annotations.NullMarked;
