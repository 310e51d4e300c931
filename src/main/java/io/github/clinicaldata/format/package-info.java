/** How a record looks: encoders turn records into bytes. They draw nothing and change nothing. */
@NullMarked
package io.github.clinicaldata.format;

import org.jspecify.annotations.NullMarked;
