/** Who may do what, the same for every transport. */
@NullMarked
package io.github.clinicaldata.security;

import org.jspecify.annotations.NullMarked;
