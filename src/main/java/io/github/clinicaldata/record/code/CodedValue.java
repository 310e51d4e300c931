package io.github.clinicaldata.record.code;

import io.github.clinicaldata.record.Text;
import org.jspecify.annotations.Nullable;

/**
 * One of the values that a result without a quantity can have.
 *
 * @param value as it is reported
 * @param abnormal whether it is flagged
 * @param answer the code of a LOINC answer, or null
 */
public record CodedValue(Text value, boolean abnormal, @Nullable Text answer) {}
