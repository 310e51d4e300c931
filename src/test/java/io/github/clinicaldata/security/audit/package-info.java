@NullMarked
package io.github.clinicaldata.security.audit;

import org.jspecify.annotations.NullMarked;
