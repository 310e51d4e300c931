/** HTTP: streams, pages, look-ups and errors. */
@NullMarked
package io.github.clinicaldata.transport.http;

import org.jspecify.annotations.NullMarked;
