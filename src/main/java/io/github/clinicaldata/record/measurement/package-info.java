/**
 * What is measured in people: the values of a member on a day, as the tables of analytes have them,
 * and the results that reports and observations show.
 */
@NullMarked
package io.github.clinicaldata.record.measurement;

import org.jspecify.annotations.NullMarked;
