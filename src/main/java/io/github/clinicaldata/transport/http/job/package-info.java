/** Jobs over HTTP: taking them on, looking after them, and their files. */
@NullMarked
package io.github.clinicaldata.transport.http.job;

import org.jspecify.annotations.NullMarked;
