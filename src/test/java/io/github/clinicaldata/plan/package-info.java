/** Rules of plans. */
@NullMarked
package io.github.clinicaldata.plan;

import org.jspecify.annotations.NullMarked;
