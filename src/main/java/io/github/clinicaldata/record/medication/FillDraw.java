package io.github.clinicaldata.record.medication;

import io.github.clinicaldata.record.health.BlockHealth;
import io.github.clinicaldata.record.health.Uniforms;
import io.github.clinicaldata.record.random.FixedSample;
import io.github.clinicaldata.record.world.MemberBlock;
import io.github.clinicaldata.record.world.PlanYears;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Decides on the fills of a block, one year after the other: of each prescription one whenever the
 * last supply has ended, of which some are missed. A fixed number of a year is chosen: where they
 * would be too many, more are missed; where too few, fewer are, and long supplies are handed out in
 * parts.
 *
 * <p>Source: about 80 percent of days covered, as in CMS star measures of adherence; seven of ten
 * people take nearly all, the others about half. Approximate.
 */
final class FillDraw {
    private static final long ADHERENCE = 0x616468L;
    private static final double ADHERENT_PEOPLE = 0.7;
    private static final double ADHERENT = 0.95;
    private static final double CARELESS = 0.6;

    /** The share of courses for what passes that are fetched at all. */
    private static final double FETCHED = 0.93;

    private static final Comparator<Fill> ORDER =
            Comparator.comparingInt(Fill::day)
                    .thenComparingInt((Fill fill) -> fill.prescription().member())
                    .thenComparingLong(Fill::key);

    private final BlockHealth health;
    private final CoveredDays covered;
    private final List<List<Supply>> running = new ArrayList<>();
    private final SortedMap<Long, Integer> filled = new TreeMap<>();
    private final List<Fill> candidates = new ArrayList<>();
    private final double[] natural = new double[PlanYears.COUNT];
    private final List<Fill> uncovered = new ArrayList<>();

    FillDraw(BlockHealth health) {
        this.health = health;
        covered = new CoveredDays(health.block(), health.years());
        for (int member = 0; member < MemberBlock.SIZE; member++) {
            running.add(new ArrayList<>());
        }
    }

    /**
     * Draws the next year; it must follow that of the call before.
     *
     * @param prescriptions of the year
     * @param count how many fills
     */
    List<Fill> next(int year, List<Prescription> prescriptions, int count) {
        Pregnancies pregnancies = new Pregnancies(health, year);
        FixedSample sample = health.sample();
        sample.clear();
        candidates.clear();
        uncovered.clear();
        int last = health.years().lastDay(year);
        int first = LongTermDrugs.firstDay(health.years(), year);
        for (Prescription prescription : prescriptions) {
            if (prescription.dispensed()) {
                begin(prescription, first, pregnancies, sample);
            }
        }
        for (List<Supply> supplies : running) {
            for (Supply supply : supplies) {
                advance(supply, first, last, pregnancies, sample);
            }
            supplies.removeIf(Supply::isOver);
        }
        if (count == 0) {
            return List.of();
        }
        natural[year] = sample.expected();
        List<Fill> chosen = new ArrayList<>(count);
        for (int number : sample.choose(count)) {
            chosen.add(candidates.get(number));
        }
        new PartFills(chosen, count, fill -> fill.day() <= last && isCovered(fill)).add(uncovered);
        return numbered(chosen);
    }

    /** Ends what a prescription replaces, and begins to supply it. */
    private void begin(
            Prescription prescription, int first, Pregnancies pregnancies, FixedSample sample) {
        List<Supply> supplies = running.get(prescription.member());
        int due = prescription.day();
        for (int i = supplies.size() - 1; i >= 0; i--) {
            Supply supply = supplies.get(i);
            if (supply.isReplacedBy(prescription)) {
                advance(supply, first, prescription.day() - 1, pregnancies, sample);
                due = Math.max(due, supply.due());
                supplies.remove(i);
            }
        }
        supplies.add(new Supply(prescription, due));
    }

    private void advance(
            Supply supply, int first, int until, Pregnancies pregnancies, FixedSample sample) {
        while (supply.isDue(until)) {
            int day = Math.max(supply.day(), first);
            Fill fill = Fill.first(supply.prescription(), day, supply.key());
            if (isHarmful(fill, pregnancies)) {
                supply.take(day);
                continue;
            }
            if (isCovered(fill)) {
                candidates.add(fill);
                sample.offer(Uniforms.of(fill.key(), 1), adherence(fill.prescription()));
            } else {
                uncovered.add(fill);
            }
            supply.take(day);
        }
    }

    private boolean isCovered(Fill fill) {
        return covered.covered(fill.prescription().member(), fill.day());
    }

    private static boolean isHarmful(Fill fill, Pregnancies pregnancies) {
        Prescription prescription = fill.prescription();
        return !prescription.drug().safeInPregnancy()
                && pregnancies.isPregnant(prescription.member(), fill.day());
    }

    private double adherence(Prescription prescription) {
        if (!prescription.longTerm()) {
            return FETCHED;
        }
        double person = Uniforms.of(health.memberKey(prescription.member()), ADHERENCE);
        return person < ADHERENT_PEOPLE ? ADHERENT : CARELESS;
    }

    /** The fills in their order, each with the number of those of its prescription before. */
    private List<Fill> numbered(List<Fill> chosen) {
        chosen.sort(ORDER);
        List<Fill> numbered = new ArrayList<>(chosen.size());
        for (Fill fill : chosen) {
            numbered.add(fill.with(filled.merge(fill.prescription().key(), 1, Integer::sum) - 1));
        }
        return List.copyOf(numbered);
    }

    /** How many fills of a drawn year there would be if each were drawn alone. */
    double natural(int year) {
        return natural[year];
    }
}
