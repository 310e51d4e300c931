package io.github.clinicaldata.record.allergy;

import io.github.clinicaldata.record.random.Aspect;
import io.github.clinicaldata.record.random.RandomStream;

/** Draws when an allergy first shows and how it ends. Not safe for use by several threads. */
final class AllergyCourses {
    private static final Aspect ONSET = Aspect.named("onset");
    private static final Aspect END = Aspect.named("end");

    /** Days from the first reaction to the record, at most, by category; approximate. */
    private static final int[] DELAYS = {30, 180, 3 * 365};

    /** Share of onsets that nobody remembers, in childhood and later; approximate. */
    private static final double CHILD_UNKNOWN = 0.1;

    private static final double ADULT_UNKNOWN = 0.35;
    private static final int ADULT = 18;

    /** Before this age an allergy counts as one of early childhood. */
    private static final double EARLY = 6;

    private static final double OUTGROWN_FROM = 3;
    private static final double OUTGROWN_UNTIL = 16;

    /** Nobody looks whether an allergy is still there before half a year is over. */
    private static final int SOONEST = 182;

    private static final int LATEST_RULED_OUT = 12 * 365;

    private final RandomStream stream = new RandomStream();

    /**
     * The days of life after which an allergy is ready to be recorded.
     *
     * @param pair the key of the member and the allergen
     * @param behind the share of all onsets that lie within the member's life
     */
    int daysToOnset(Allergens.Course course, long pair, double behind) {
        stream.reset(pair, ONSET);
        return (int) (course.onset().ageAt(stream.nextDouble() * behind) * AllergyDraw.DAYS_A_YEAR);
    }

    /**
     * An allergy that is chosen.
     *
     * @param birth the day of birth
     * @param recorded the day on which it is recorded
     */
    AllergyEvent event(
            int position,
            Allergens.Course course,
            long pair,
            int birth,
            double behind,
            int recorded) {
        int days = daysToOnset(course, pair, behind);
        int delay = stream.between(0, DELAYS[course.allergen().category().ordinal()]);
        double age = days / AllergyDraw.DAYS_A_YEAR;
        boolean unknown = stream.chance(age < ADULT ? CHILD_UNKNOWN : ADULT_UNKNOWN);
        int onset = unknown ? AllergyEvent.UNKNOWN : birth + days - Math.min(delay, days / 2);

        stream.reset(pair, END);
        double fate = stream.nextDouble();
        double when = stream.nextDouble();
        if (age < EARLY && fate < course.outgrown()) {
            double from = Math.max(age, OUTGROWN_FROM);
            double lost = from + when * (OUTGROWN_UNTIL - from);
            int day = birth + (int) (lost * AllergyDraw.DAYS_A_YEAR);
            // what was lost long before the chart began is not put on it
            boolean later = day >= recorded + SOONEST;
            return new AllergyEvent(
                    position,
                    course.allergen(),
                    onset,
                    recorded,
                    later ? day : AllergyEvent.NEVER,
                    later);
        }
        boolean ruledOut = stream.chance(course.ruledOut());
        int day = recorded + SOONEST + (int) (when * LATEST_RULED_OUT);
        return new AllergyEvent(
                position,
                course.allergen(),
                onset,
                recorded,
                ruledOut ? day : AllergyEvent.NEVER,
                false);
    }
}
