/** Who asked for what, and how it ended. */
@NullMarked
package io.github.clinicaldata.security.audit;

import org.jspecify.annotations.NullMarked;
