package io.github.clinicaldata.record.eligibility;

import io.github.clinicaldata.record.health.Visit;
import org.jspecify.annotations.Nullable;

/**
 * A check before it is answered. Days since 1970-01-01.
 *
 * @param member the member's position in the block
 * @param visit the visit that it is for, or null
 * @param day of the question
 * @param minute of the day, local time of the provider
 * @param serviceDay the day that is asked about
 * @param key of its draws
 */
record CheckDraft(
        int member, @Nullable Visit visit, int day, int minute, int serviceDay, long key) {}
