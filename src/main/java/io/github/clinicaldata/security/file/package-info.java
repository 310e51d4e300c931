/** Small files that the server and the command line share. */
@NullMarked
package io.github.clinicaldata.security.file;

import org.jspecify.annotations.NullMarked;
