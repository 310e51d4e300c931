@NullMarked
package io.github.clinicaldata.security;

import org.jspecify.annotations.NullMarked;
