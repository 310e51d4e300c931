package io.github.clinicaldata.record.pathway;

import io.github.clinicaldata.record.code.Diagnosis;
import org.jspecify.annotations.Nullable;

/**
 * One of the diagnosis codes of a condition.
 *
 * @param diagnosis the code
 * @param weight how often it is chosen, relatively
 * @param limits for whom
 * @param needs the key of a condition that one must have too, or null
 */
public record PathwayCode(
        Diagnosis diagnosis, double weight, Limits limits, @Nullable String needs) {}
