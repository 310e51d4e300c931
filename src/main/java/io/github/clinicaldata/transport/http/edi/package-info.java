/** X12 over HTTP: files on request, the list of transaction sets, and files that are checked. */
@NullMarked
package io.github.clinicaldata.transport.http.edi;

import org.jspecify.annotations.NullMarked;
