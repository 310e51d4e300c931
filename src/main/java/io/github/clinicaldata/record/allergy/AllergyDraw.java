package io.github.clinicaldata.record.allergy;

import io.github.clinicaldata.record.Population;
import io.github.clinicaldata.record.random.Aspect;
import io.github.clinicaldata.record.random.FixedSample;
import io.github.clinicaldata.record.random.RandomKey;
import io.github.clinicaldata.record.random.RandomStream;
import io.github.clinicaldata.record.world.EventSpace;
import io.github.clinicaldata.record.world.MemberBlock;
import io.github.clinicaldata.record.world.PlanYears;
import java.util.Arrays;

/**
 * Draws the allergies of a block. Each pair of a member and an allergen is one candidate: it gets
 * an age at which the allergy shows and with it the plan year in which it is recorded, so nobody
 * has the same allergen twice; of each year's candidates the slots choose. Not safe for use by
 * several threads.
 */
final class AllergyDraw {
    /** Slots of a block: what was recorded before the plan years, and in each of them. */
    static final EventSpace SPACE = EventSpace.of(38, 3);

    /**
     * Charts begin within these years, evenly up to the end of the plan years; what showed earlier
     * is recorded when the chart begins. An estimate: about as long as charts are electronic.
     */
    static final int CHART_YEARS = 25;

    /** The share of charts that have begun by the epoch. */
    static final double CHARTS_BEGUN = 1 - (double) Population.YEARS_AHEAD / CHART_YEARS;

    private static final Aspect CANDIDATES = Aspect.named("candidates");
    private static final Aspect CHART = Aspect.named("chart");

    /**
     * Candidates with scores above the first bound are nearly never chosen; they are looked at only
     * where the others are too few. The choice is the same, only found sooner.
     */
    private static final double[] BOUNDS = {3, 12, Double.POSITIVE_INFINITY};

    static final double DAYS_A_YEAR = 365.25;
    private static final int POSITION_BITS = 6;
    private static final int ALLERGEN_BITS = 6;

    private final Allergens.Course[] courses =
            Allergens.standard().courses().toArray(new Allergens.Course[0]);
    private final OnsetAges[] onsets = Allergens.standard().onsets().toArray(new OnsetAges[0]);
    private final double[] behindByGroup = new double[onsets.length];
    private final PlanYears years;
    private final RandomKey key;
    private final RandomStream stream = new RandomStream();
    private final AllergyCourses details;
    private final FixedSample[] samples = new FixedSample[PlanYears.COUNT];

    /** Day, position and allergen of the candidates of each year. */
    private final long[][] candidates = new long[PlanYears.COUNT][256];

    AllergyDraw(Population population, PlanYears years) {
        this.years = years;
        key = RandomKey.of(population.seed(), "allergies");
        details = new AllergyCourses();
        Arrays.setAll(samples, year -> new FixedSample());
    }

    /** The key of the allergy of a member to an allergen. */
    static long pairKey(RandomKey key, long member, Allergen allergen) {
        return key.at(member * Allergens.MOST + allergen.ordinal());
    }

    /** Draws a block. */
    AllergyBlock draw(MemberBlock block) {
        int bound = 0;
        do {
            collect(block, BOUNDS[bound++]);
        } while (!isEnough() && bound < BOUNDS.length);
        AllergyEvent[][] byYear = new AllergyEvent[PlanYears.COUNT][];
        for (int year = 0; year < PlanYears.COUNT; year++) {
            byYear[year] = choose(block, year);
        }
        return new AllergyBlock(block.number(), byYear);
    }

    private boolean isEnough() {
        for (int year = 0; year < PlanYears.COUNT; year++) {
            if (samples[year].size() < SPACE.slots(year)) {
                return false;
            }
        }
        return true;
    }

    private void collect(MemberBlock block, double most) {
        for (FixedSample sample : samples) {
            sample.clear();
        }
        for (int position = 0; position < MemberBlock.SIZE; position++) {
            collect(block, position, most);
        }
    }

    private void collect(MemberBlock block, int position, double most) {
        long member = block.number() * MemberBlock.SIZE + position;
        long memberKey = key.at(~member);
        int birth = (int) block.member(position).birthDate().toEpochDay();
        int end = years.lastDay(PlanYears.COUNT - 1);
        double oldest = (end - birth) / DAYS_A_YEAR;
        double chart = stream.reset(memberKey, CHART).nextDouble();
        int chartDay = end - (int) (chart * CHART_YEARS * DAYS_A_YEAR);
        for (int group = 0; group < onsets.length; group++) {
            behindByGroup[group] = onsets[group].shareBefore(oldest);
        }
        stream.reset(memberKey, CANDIDATES);
        for (Allergens.Course course : courses) {
            double behind = behindByGroup[course.group()];
            double probability = course.ever() * behind;
            double uniform = stream.nextDouble();
            if (uniform < most * probability) {
                long pair = pairKey(key, member, course.allergen());
                int day = birth + details.daysToOnset(course, pair, behind);
                int ordinal = course.allergen().ordinal();
                offer(Math.max(day, chartDay), position, ordinal, uniform, probability);
            }
        }
    }

    /** Nothing is recorded on the first day of a plan year, a holiday. */
    private void offer(
            int recorded, int position, int allergen, double uniform, double probability) {
        int year = years.yearOf(recorded);
        int day = year > 0 && recorded == years.firstDay(year) ? recorded + 1 : recorded;
        if (year < PlanYears.COUNT) {
            int number = samples[year].offer(uniform, probability);
            if (number == candidates[year].length) {
                candidates[year] = Arrays.copyOf(candidates[year], 2 * number);
            }
            candidates[year][number] =
                    ((long) day << POSITION_BITS | position) << ALLERGEN_BITS | allergen;
        }
    }

    private AllergyEvent[] choose(MemberBlock block, int year) {
        int[] numbers = samples[year].choose(SPACE.slots(year));
        long[] chosen = new long[numbers.length];
        for (int i = 0; i < numbers.length; i++) {
            chosen[i] = candidates[year][numbers[i]];
        }
        Arrays.sort(chosen);
        AllergyEvent[] events = new AllergyEvent[chosen.length];
        for (int i = 0; i < chosen.length; i++) {
            int position = (int) (chosen[i] >> ALLERGEN_BITS) & (1 << POSITION_BITS) - 1;
            Allergens.Course course = courses[(int) chosen[i] & (1 << ALLERGEN_BITS) - 1];
            int recorded = (int) (chosen[i] >> POSITION_BITS + ALLERGEN_BITS);
            long member = block.number() * MemberBlock.SIZE + position;
            int birth = (int) block.member(position).birthDate().toEpochDay();
            double oldest = (years.lastDay(PlanYears.COUNT - 1) - birth) / DAYS_A_YEAR;
            events[i] =
                    details.event(
                            position,
                            course,
                            pairKey(key, member, course.allergen()),
                            birth,
                            course.onset().shareBefore(oldest),
                            recorded);
        }
        return events;
    }
}
