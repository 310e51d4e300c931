package io.github.clinicaldata.record.medication;

import io.github.clinicaldata.record.coverage.Coverage;
import io.github.clinicaldata.record.health.BlockHealth;
import io.github.clinicaldata.record.health.Uniforms;
import io.github.clinicaldata.record.member.Member;
import io.github.clinicaldata.record.random.FixedSample;
import io.github.clinicaldata.record.world.MemberBlock;
import io.github.clinicaldata.record.world.PlanYears;
import java.util.ArrayList;
import java.util.List;

/**
 * Decides on the fills of a block, one year after the other: of each prescription one whenever the
 * last supply has ended, of which some are missed. A fixed number of a year is chosen: where they
 * would be too many, more are missed; where too few, fewer are, and long supplies are handed out in
 * parts. Nothing is fetched on the days of a stay in a hospital or a skilled nursing facility but
 * the last one. Only what a plan is billed for: drugs sold without a prescription are bought, and
 * whoever has Original Medicare without a plan of Part D pays at the counter.
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

    private static final int MANY = 1024;

    private final BlockHealth health;
    private final FixedSample sample;
    private final List<List<Supply>> running = new ArrayList<>(MemberBlock.SIZE);
    private final List<PlannedFill> candidates = new ArrayList<>(MANY);
    private final double[] natural = new double[PlanYears.COUNT];
    private final double[] adherence = new double[MemberBlock.SIZE];
    private final Avoided avoided;
    private Pregnancies pregnancies;
    private Inpatients inpatients;
    private int first;

    FillDraw(BlockHealth health, Avoided avoided) {
        this.health = health;
        sample = health.sample();
        this.avoided = avoided;
        pregnancies = new Pregnancies(health, PlanYears.BEFORE);
        inpatients = new Inpatients(health, PlanYears.BEFORE);
        for (int member = 0; member < MemberBlock.SIZE; member++) {
            running.add(new ArrayList<>());
            double person = Uniforms.of(health.memberKey(member), ADHERENCE);
            adherence[member] = person < ADHERENT_PEOPLE ? ADHERENT : CARELESS;
        }
    }

    /**
     * Draws the next year; it must follow that of the call before.
     *
     * @param prescriptions of the year
     * @param count how many fills
     */
    List<Fill> next(int year, List<Prescription> prescriptions, int count) {
        pregnancies = new Pregnancies(health, year);
        inpatients = new Inpatients(health, year);
        first = LongTermDrugs.firstDay(health.years(), year);
        int last = health.years().lastDay(year);
        sample.clear();
        candidates.clear();
        for (Prescription prescription : prescriptions) {
            if (prescription.dispensed()) {
                begin(prescription);
            }
        }
        for (List<Supply> supplies : running) {
            for (Supply supply : supplies) {
                advance(supply, last);
            }
            // what still lasts delays the first fill of a renewal
            supplies.removeIf(supply -> supply.isOver() && supply.day() <= last);
        }
        if (count == 0) {
            return List.of();
        }
        natural[year] = sample.expected();
        List<PlannedFill> chosen = new ArrayList<>(count);
        for (int number : sample.choose(count)) {
            chosen.add(candidates.get(number));
        }
        new PartFills(chosen, count, fill -> fill.day() <= last && mayBe(fill)).add();
        List<Fill> made = new ArrayList<>(count);
        for (PlannedFill fill : DayOrder.sorted(chosen, PlannedFill::day, PlannedFill::member)) {
            made.add(fill.made());
        }
        return List.copyOf(made);
    }

    /** Ends what a prescription replaces, and begins to supply it. */
    private void begin(Prescription prescription) {
        List<Supply> supplies = running.get(prescription.member());
        int due = prescription.day();
        for (int i = supplies.size() - 1; i >= 0; i--) {
            Supply supply = supplies.get(i);
            if (supply.prescription().isReplacedBy(prescription)) {
                advance(supply, prescription.day() - 1);
                if (!supply.isStopped(prescription.day())) {
                    due = Math.max(due, supply.due());
                }
                supply.stop(prescription.day());
                supplies.remove(i);
            }
        }
        if (prescription.remedy().billed()) {
            supplies.add(new Supply(prescription, due));
        }
    }

    private void advance(Supply supply, int until) {
        while (supply.isDue(until)) {
            Prescription prescription = supply.prescription();
            int due = Math.max(supply.day(), first);
            int day = inpatients.out(prescription.member(), due);
            // a course that was begun in a stay goes on there
            boolean given = day > due && !prescription.longTerm();
            if (given || day > prescription.lastFillDay() || isHarmful(prescription, day)) {
                supply.stop(due);
                return;
            }
            if (day > until) {
                return;
            }
            PlannedFill fill = PlannedFill.next(supply, day);
            if (isCovered(fill)) {
                candidates.add(fill);
                double share = adherence(prescription);
                sample.offer(Uniforms.of(fill.key(), 1), share);
            }
            supply.take(day);
        }
    }

    private boolean mayBe(PlannedFill fill) {
        return isCovered(fill)
                && inpatients.out(fill.member(), fill.day()) == fill.day()
                && fill.day() <= fill.supply().prescription().lastFillDay()
                && !fill.supply().isStopped(fill.day())
                && !isHarmful(fill.supply().prescription(), fill.day());
    }

    private boolean isCovered(PlannedFill fill) {
        return health.isCovered(fill.member(), fill.day())
                && hasDrugBenefit(health.block().member(fill.member()), fill.day());
    }

    /** Original Medicare pays for no drugs of pharmacies; a plan of Part D does. */
    private static boolean hasDrugBenefit(Member member, int day) {
        Coverage coverage = member.coverage();
        Coverage plan = member.drugPlan();
        return coverage != null
                && (!coverage.needsDrugPlan()
                        || plan != null && plan.effectiveDate().toEpochDay() <= day);
    }

    /** Whether an allergy or a pregnancy has come since a prescription was written. */
    private boolean isHarmful(Prescription prescription, int day) {
        int member = prescription.member();
        int from = prescription.day();
        return !prescription.drug().safeInPregnancy() && pregnancies.next(member, from) <= day
                || avoided.next(member, prescription.remedy(), from) <= day;
    }

    private double adherence(Prescription prescription) {
        if (!prescription.longTerm()) {
            return FETCHED;
        }
        return adherence[prescription.member()];
    }

    /** How many fills of a drawn year there would be if each were drawn alone. */
    double natural(int year) {
        return natural[year];
    }
}
