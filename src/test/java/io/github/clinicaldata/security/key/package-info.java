@NullMarked
package io.github.clinicaldata.security.key;

import org.jspecify.annotations.NullMarked;
