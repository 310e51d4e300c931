@NullMarked
package io.github.clinicaldata.security.audit.table;

import org.jspecify.annotations.NullMarked;
