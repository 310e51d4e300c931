/** The filters that several kinds share. */
@NullMarked
package io.github.clinicaldata.record.filter;

import org.jspecify.annotations.NullMarked;
