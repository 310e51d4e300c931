package io.github.clinicaldata.record.enrollment;

import io.github.clinicaldata.record.coverage.CoverageType;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A change or reinstatement that may happen within a year of coverage.
 *
 * @param reason why it is sent
 * @param changed what it is of, or null where that is drawn
 * @param probability how likely it is in a year of coverage
 * @param scope who has it together
 * @param monthly whether it holds from the first of a month on
 */
record ChangeModel(
        EnrollmentReason reason,
        @Nullable ChangedField changed,
        double probability,
        Scope scope,
        boolean monthly) {
    /** Who has a change together. */
    enum Scope {
        HOUSEHOLD,
        POLICY,
        MEMBER
    }

    /** How many changes there are in a year of coverage; an estimate. */
    static final double A_YEAR = 0.3;

    /** How many reinstatements there are in a year of coverage, by its type; estimates. */
    private static final double[] REINSTATED = {0.004, 0.015, 0.01, 0.003};

    /** What may happen to a type of coverage, but for what renewals and ends bring. */
    static List<ChangeModel> of(CoverageType type) {
        EnrollmentReasons reasons = EnrollmentReasons.standard();
        List<ChangeModel> models = new ArrayList<>();
        for (EnrollmentReason reason : reasons.all(type, MaintenanceType.CHANGE)) {
            boolean elsewhere =
                    reason.is(EnrollmentReasons.CONTINUATION)
                            || reason.is(EnrollmentReasons.PLAN_CHANGE) && type.coversDependents();
            if (!elsewhere) {
                models.add(change(reason));
            }
        }
        EnrollmentReason reinstated = reasons.all(type, MaintenanceType.REINSTATEMENT).get(0);
        double probability = REINSTATED[type.ordinal()];
        models.add(new ChangeModel(reinstated, null, probability, Scope.POLICY, true));
        return List.copyOf(models);
    }

    private static ChangeModel change(EnrollmentReason reason) {
        double probability = A_YEAR * reason.share();
        if (reason.is(EnrollmentReasons.MOVED)) {
            return new ChangeModel(
                    reason, ChangedField.ADDRESS, probability, Scope.HOUSEHOLD, false);
        } else if (reason.is(EnrollmentReasons.PLAN_CHANGE)
                || reason.is(EnrollmentReasons.BENEFIT_CHOICE)) {
            return new ChangeModel(reason, ChangedField.PLAN, probability, Scope.POLICY, true);
        } else if (reason.is(EnrollmentReasons.DOCTOR_CHANGE)) {
            return new ChangeModel(
                    reason, ChangedField.PRIMARY_CARE_PROVIDER, probability, Scope.MEMBER, false);
        } else if (reason.is(EnrollmentReasons.NO_REASON_GIVEN)) {
            return new ChangeModel(
                    reason, ChangedField.TELEPHONE, probability, Scope.MEMBER, false);
        } else if (reason.is(EnrollmentReasons.IDENTITY_CHANGE)) {
            return new ChangeModel(reason, null, probability, Scope.MEMBER, false);
        }
        throw new IllegalStateException(
                "codes/enrollment-reasons.csv: nothing is known of the change " + reason.key());
    }

    /** How likely a policy's plan is changed at the start of a plan year. */
    static double openEnrollment(CoverageType type) {
        return A_YEAR
                * EnrollmentReasons.standard()
                        .of(type, MaintenanceType.CHANGE, EnrollmentReasons.PLAN_CHANGE)
                        .share();
    }
}
