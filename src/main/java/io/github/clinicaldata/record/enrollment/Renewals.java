package io.github.clinicaldata.record.enrollment;

import io.github.clinicaldata.record.coverage.CoverageType;
import io.github.clinicaldata.record.random.Aspect;
import io.github.clinicaldata.record.random.Mixer;
import io.github.clinicaldata.record.random.RandomStream;
import io.github.clinicaldata.record.world.PlanYears;

/**
 * Renewals of employers' and exchange plans at the start of a plan year, and changes of the plan in
 * their place. All of a policy are drawn alike. Not safe for use by several threads.
 */
final class Renewals {
    private static final Aspect RENEWAL = Aspect.named("renewal");

    /** Days from the start of the plan year to the file. */
    private static final int EARLIEST = -20;

    private static final int LATEST = 10;

    /**
     * Every plan is renewed, but a block with many such plans has too few slots. This makes
     * renewals go before changes there, so that nine in ten of them are told.
     */
    private static final double WANTED = 2.5;

    private final PlanYears years;
    private final EnrollmentReasons reasons = EnrollmentReasons.standard();
    private final RandomStream stream = new RandomStream();

    Renewals(PlanYears years) {
        this.years = years;
    }

    /** Offers the renewals of a coverage whose file comes between two starts of plan years. */
    void offer(Cover cover, int start, int next, Candidates candidates) {
        CoverageType type = cover.coverage().type();
        if (type == CoverageType.EMPLOYER || type == CoverageType.EXCHANGE) {
            offer(cover, start, start, next, candidates);
            offer(cover, next, start, next, candidates);
        }
    }

    private void offer(Cover cover, int renewed, int from, int before, Candidates candidates) {
        Policy policy = cover.policy();
        if (cover.effective() >= renewed || policy.lastDay() < renewed) {
            return;
        }
        stream.reset(Mixer.combine(policy.key(), renewed), RENEWAL);
        int file = renewed + stream.between(EARLIEST, LATEST);
        if (years.isFirstDay(file)) {
            file--;
        }
        if (file <= Math.max(from, cover.addedOn()) || file >= before) {
            return;
        }
        double uniform = stream.nextDouble();
        boolean changed = stream.chance(ChangeModel.openEnrollment(cover.coverage().type()));
        candidates.expect(1);
        if (candidates.isLikely(uniform, WANTED)) {
            candidates.offer(event(cover, changed, renewed, file), uniform, WANTED);
        }
    }

    private EnrollmentEvent event(Cover cover, boolean changed, int renewed, int file) {
        CoverageType type = cover.coverage().type();
        MaintenanceType does = changed ? MaintenanceType.CHANGE : MaintenanceType.RENEWAL;
        EnrollmentReason reason =
                changed
                        ? reasons.of(type, does, EnrollmentReasons.PLAN_CHANGE)
                        : reasons.all(type, does).get(0);
        return new EnrollmentEvent(
                cover, reason, changed ? ChangedField.PLAN : null, renewed, file);
    }
}
