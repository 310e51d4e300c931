/** Members: households, coverage, identifiers and primary care. */
@NullMarked
package io.github.clinicaldata.record.member;

import org.jspecify.annotations.NullMarked;
