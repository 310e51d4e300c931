/** The laws that every kind and every format keeps, as abstract tests to inherit. */
@NullMarked
package io.github.clinicaldata.contract;

import org.jspecify.annotations.NullMarked;
