/** Procedures: surgery, imaging, therapy and other things that are done to members. */
@NullMarked
package io.github.clinicaldata.record.procedure;

import org.jspecify.annotations.NullMarked;
