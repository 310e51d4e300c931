package io.github.clinicaldata.record.enrollment;

import io.github.clinicaldata.record.Population;
import io.github.clinicaldata.record.coverage.CoverageType;
import io.github.clinicaldata.record.world.EventSpace;
import io.github.clinicaldata.record.world.MemberBlock;
import io.github.clinicaldata.record.world.PlanYears;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Draws the enrollments of a block. Additions, terminations and what goes with them have to be
 * there; renewals and changes fill the other slots by chance. Not safe for use by several threads.
 */
final class EnrollmentDraw {
    /**
     * Slots of a block, as many as enrollments are expected on average. All coverages begin before
     * the plan years or in the three past ones; they end in the last year before the epoch and the
     * first after it, where 52 slots are too few for the terminations of one block of 10^10.
     */
    static final EventSpace SPACE = new EventSpace(76, 32, 40, 55, 52, 43, 42);

    private static final int[] PAST_SLOTS =
            IntStream.range(0, PlanYears.CURRENT).map(SPACE::slots).toArray();

    /** Years before the plan years from which there are renewals and changes. */
    private static final int EARLIER_YEARS = 3;

    /** Bounds of scores to try in turn; the choice is the same, only found sooner. */
    private static final double[] BOUNDS = {2.5, 16, Double.POSITIVE_INFINITY};

    private final PlanYears years;
    private final Covers covers;
    private final Renewals renewals;
    private final Changes changes;
    private final Candidates candidates = new Candidates();

    /** First days of the earlier years, of the plan years, and of the year after them. */
    private final int[] starts = new int[EARLIER_YEARS + PlanYears.COUNT];

    EnrollmentDraw(Population population, PlanYears years) {
        this.years = years;
        covers = new Covers(population, years);
        renewals = new Renewals(years);
        changes = new Changes();
        int past = EARLIER_YEARS + PlanYears.BACK;
        for (int i = 0; i < starts.length; i++) {
            starts[i] = (int) population.epoch().plusYears(i - past).toEpochDay();
        }
    }

    /** Draws a block. */
    EnrollmentBlock draw(MemberBlock block) {
        Cover[] ofBlock = covers.of(block);
        return new EnrollmentBlock(block.number(), ofBlock, additionYears(ofBlock), this);
    }

    /** Those who are born on the epoch are told that day, after the last of the past years. */
    private int[] additionYears(Cover[] ofBlock) {
        int[] wanted = new int[ofBlock.length];
        int[] taken = new int[PlanYears.COUNT + 1];
        for (int i = 0; i < ofBlock.length; i++) {
            Cover cover = ofBlock[i];
            wanted[i] = Math.min(years.yearOf(cover.addedOn()), PlanYears.CURRENT - 1);
            taken[years.yearOf(cover.continuedOn())]++;
            taken[years.yearOf(cover.endedOn())]++;
        }
        return AdditionYears.assign(wanted, taken, PAST_SLOTS);
    }

    /** The enrollments of a year, in the order of their files. */
    EnrollmentEvent[] draw(EnrollmentBlock block, int year) {
        int slots = SPACE.slots(year);
        for (double bound : BOUNDS) {
            collect(block, year, bound);
            if (candidates.size() >= slots) {
                break;
            }
        }
        changes.fill(block.covers(), first(year), last(year), slots, candidates);
        return candidates.choose(slots);
    }

    /** How many enrollments are to be expected in a year. */
    double expected(EnrollmentBlock block, int year) {
        collect(block, year, Double.POSITIVE_INFINITY);
        return candidates.expected();
    }

    private int first(int year) {
        return year == PlanYears.BEFORE ? starts[0] : years.firstDay(year);
    }

    private int last(int year) {
        return years.lastDay(year);
    }

    private void collect(EnrollmentBlock block, int year, double bound) {
        candidates.clear(bound);
        Cover[] ofBlock = block.covers();
        for (int i = 0; i < ofBlock.length; i++) {
            Cover cover = ofBlock[i];
            if (block.additionYear(i) == year) {
                require(cover, cover.addition(), null, cover.effective(), cover.addedOn());
            }
        }
        for (Cover cover : ofBlock) {
            requireEnd(cover, year);
        }
        int from = year == PlanYears.BEFORE ? 0 : EARLIER_YEARS + year - PlanYears.FIRST;
        int to = year == PlanYears.BEFORE ? EARLIER_YEARS : from + 1;
        for (int i = from; i < to; i++) {
            for (Cover cover : ofBlock) {
                if (cover.effective() < starts[i + 1] && cover.policy().lastDay() >= starts[i]) {
                    renewals.offer(cover, starts[i], starts[i + 1], candidates);
                    changes.offer(cover, starts[i], starts[i + 1], candidates);
                }
            }
        }
    }

    private void requireEnd(Cover cover, int year) {
        Policy policy = cover.policy();
        CoverageType type = cover.coverage().type();
        if (cover.continuedOn() != Policy.NEVER && years.yearOf(cover.continuedOn()) == year) {
            EnrollmentReason reason =
                    EnrollmentReasons.standard()
                            .of(type, MaintenanceType.CHANGE, EnrollmentReasons.CONTINUATION);
            require(
                    cover,
                    reason,
                    ChangedField.BENEFIT_STATUS,
                    policy.continued(),
                    cover.continuedOn());
        }
        if (cover.endedOn() != Policy.NEVER && years.yearOf(cover.endedOn()) == year) {
            require(cover, policy.termination(), null, policy.lastDay(), cover.endedOn());
        }
    }

    private void require(
            Cover cover,
            EnrollmentReason reason,
            @Nullable ChangedField changed,
            int effective,
            int file) {
        candidates.require(new EnrollmentEvent(cover, reason, changed, effective, file));
    }
}
