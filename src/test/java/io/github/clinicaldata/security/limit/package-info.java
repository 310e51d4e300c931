@NullMarked
package io.github.clinicaldata.security.limit;

import org.jspecify.annotations.NullMarked;
