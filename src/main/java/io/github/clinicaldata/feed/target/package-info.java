/** Where feeds go: HTTP endpoints, Kafka topics, MLLP listeners, and which of them are allowed. */
@NullMarked
package io.github.clinicaldata.feed.target;

import org.jspecify.annotations.NullMarked;
