/**
 * What happens in the lives of members, as the files of {@code pathways/} say: who gets a condition
 * and what is done about it.
 */
@NullMarked
package io.github.clinicaldata.record.pathway;

import org.jspecify.annotations.NullMarked;
