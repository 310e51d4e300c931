package io.github.clinicaldata.record.health;

import io.github.clinicaldata.record.code.Diagnosis;
import org.jspecify.annotations.Nullable;

/**
 * One of the diagnoses of a visit.
 *
 * @param rank 1 for the principal one, then ascending
 * @param diagnosis the code
 * @param condition the condition of the member that the code is of, or null where it is only a
 *     reason, a circumstance or a cause
 * @param presentOnAdmission of a stay, or null
 */
public record VisitDiagnosis(
        int rank,
        Diagnosis diagnosis,
        @Nullable MemberCondition condition,
        @Nullable PresentOnAdmission presentOnAdmission) {}
