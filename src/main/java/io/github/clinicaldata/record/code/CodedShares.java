package io.github.clinicaldata.record.code;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How often each value comes among some people.
 *
 * @param condition the key of a pathway or a category, or null for people of an age
 * @param code how the ICD-10-CM code of the condition begins, or null for any
 * @param months their ages, in completed months
 * @param shares of the values in their order; they sum to 1
 */
public record CodedShares(
        @Nullable String condition, @Nullable String code, IntRange months, List<Double> shares) {}
