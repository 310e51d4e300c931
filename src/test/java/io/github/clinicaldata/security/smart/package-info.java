@NullMarked
package io.github.clinicaldata.security.smart;

import org.jspecify.annotations.NullMarked;
