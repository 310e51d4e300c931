package io.github.clinicaldata.record.enrollment;

import io.github.clinicaldata.record.coverage.Coverage;
import io.github.clinicaldata.record.coverage.CoverageType;
import io.github.clinicaldata.record.member.Member;
import io.github.clinicaldata.record.random.Aspect;
import io.github.clinicaldata.record.random.RandomStream;
import java.time.LocalDate;

/** Draws what those on a policy have in common. Not safe for use by several threads. */
final class Policies {
    private static final Aspect FILES = Aspect.named("files");
    private static final Aspect EMPLOYMENT = Aspect.named("employment");
    private static final Aspect CONTINUATION = Aspect.named("continuation");
    private static final Aspect REASONS = Aspect.named("reasons");

    /** Days from the first day of coverage to the file, by type of coverage. */
    private static final int[] EARLIEST = {-20, -20, -5, -20};

    private static final int[] LATEST = {15, 5, 20, 5};
    private static final int LATEST_AFTER_END = 20;

    /** Employers may let new hires wait 90 days at most (42 USC 300gg-7). */
    private static final int LONGEST_WAIT = 90;

    /** Share of policies that begin with the job; other subscribers were hired years before. */
    private static final double NEW_HIRES = 0.7;

    private static final int LONGEST_JOB = 12 * 365;
    private static final int YOUNGEST_AT_WORK = 16;
    private static final int RETIREMENT = 55;

    /** Share of employer policies that are bought on for a while before they end; approximate. */
    private static final double BOUGHT_ON = 0.22;

    /** Continuation lasts 18 months at most after a job has ended (29 USC 1162). */
    private static final int LONGEST_CONTINUATION = 17;

    private final RandomStream stream = new RandomStream();
    private final EnrollmentReasons reasons = EnrollmentReasons.standard();

    /**
     * Draws a policy.
     *
     * @param key the policy's key
     * @param position of the holder in the block
     * @param coverage of the holder
     * @param married whether it covers a husband or wife too
     */
    Policy draw(long key, int position, Member holder, Coverage coverage, boolean married) {
        CoverageType type = coverage.type();
        int effective = day(coverage.effectiveDate());
        LocalDate last = coverage.lastDay();
        int lastDay = last == null ? Policy.NEVER : day(last);
        int continued = continued(key, coverage);
        int hired = type == CoverageType.EMPLOYER ? hired(key, holder, effective) : Policy.NEVER;

        stream.reset(key, FILES);
        int added = stream.between(EARLIEST[type.ordinal()], LATEST[type.ordinal()]);
        int continuedLater = stream.between(0, LATEST_AFTER_END);
        int ended = stream.between(0, LATEST_AFTER_END);

        stream.reset(key, REASONS);
        boolean mayRetire = last != null && !holder.birthDate().plusYears(RETIREMENT).isAfter(last);
        return new Policy(
                key,
                position,
                effective,
                lastDay,
                hired,
                continued,
                added,
                continuedLater,
                ended,
                reasons.pick(
                        type,
                        MaintenanceType.ADDITION,
                        reason ->
                                !reason.is(EnrollmentReasons.BIRTH)
                                        && (married || !reason.is(EnrollmentReasons.MARRIAGE)),
                        stream),
                reasons.pick(
                        type,
                        MaintenanceType.TERMINATION,
                        continued == Policy.NEVER
                                ? reason -> mayRetire || !reason.is(EnrollmentReasons.RETIRED)
                                : Policies::endsContinuation,
                        stream));
    }

    private static boolean endsContinuation(EnrollmentReason reason) {
        return reason.is(EnrollmentReasons.BENEFIT_ENDED)
                || reason.is(EnrollmentReasons.PREMIUM_UNPAID);
    }

    private static int day(LocalDate date) {
        return (int) date.toEpochDay();
    }

    /** Nobody is hired on the first day of coverage or before the age of 16. */
    private int hired(long key, Member holder, int effective) {
        stream.reset(key, EMPLOYMENT);
        boolean newHire = stream.chance(NEW_HIRES);
        int before =
                newHire
                        ? stream.between(1, LONGEST_WAIT)
                        : stream.between(LONGEST_WAIT + 1, LONGEST_JOB);
        int earliest = day(holder.birthDate().plusYears(YOUNGEST_AT_WORK));
        return Math.max(effective - before, earliest);
    }

    /** Only of policies that end, from the first of a month on. */
    private int continued(long key, Coverage coverage) {
        LocalDate last = coverage.lastDay();
        if (coverage.type() != CoverageType.EMPLOYER
                || last == null
                || !stream.reset(key, CONTINUATION).chance(BOUGHT_ON)) {
            return Policy.NEVER;
        }
        LocalDate from = last.plusDays(1).minusMonths(stream.between(1, LONGEST_CONTINUATION));
        return from.isAfter(coverage.effectiveDate()) ? day(from) : Policy.NEVER;
    }
}
