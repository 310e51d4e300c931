/** Pages of docs/ that are made from the code. */
@NullMarked
package io.github.clinicaldata.docs;

import org.jspecify.annotations.NullMarked;
