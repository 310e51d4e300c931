package io.github.clinicaldata.record.medication;

import io.github.clinicaldata.record.code.Drug;
import io.github.clinicaldata.record.health.BlockHealth;
import io.github.clinicaldata.record.health.MemberCondition;
import io.github.clinicaldata.record.health.Uniforms;
import io.github.clinicaldata.record.health.Visit;
import io.github.clinicaldata.record.medication.DrugChoice.RemedyOrder;
import io.github.clinicaldata.record.pathway.DrugOrder;
import io.github.clinicaldata.record.person.Sex;
import io.github.clinicaldata.record.random.Mixer;
import io.github.clinicaldata.record.world.PlanYears;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The prescriptions of drugs that chronic conditions need all the time: renewed each year about the
 * day on which they began, at a visit for the condition where there is one near.
 */
final class LongTermDrugs {
    private static final int YEAR = 365;

    /** A visit so many days from the anniversary is that of the renewal. */
    private static final int NEAR = 60;

    /** The same as a part of the time between two renewals. */
    private static final int NEAR_PART = 3;

    /** Without a visit, a drug is begun within so many days of the diagnosis. */
    private static final int SOON = 21;

    /** Supplies that are often handed out by the month instead. */
    private static final int QUARTER = 84;

    private static final double MONTHLY = 0.35;
    private static final int THREE = 3;
    private static final int WEEK = 7;

    /** 1970-01-01 was a Thursday, the fourth day of the week from Monday on. */
    private static final int THURSDAY = 3;

    private static final int SATURDAY = 5;

    private final BlockHealth health;
    private final int year;
    private final int first;
    private final int last;
    private final Pregnancies pregnancies;
    private final Avoided avoided;
    private final YearlyVisits visits;
    private final double slack;
    private final Consumer<Candidate> to;

    /**
     * The drugs of a block in a year.
     *
     * @param slack choices whose number is further from their share than this are left out
     * @param to receives the prescriptions
     */
    LongTermDrugs(
            BlockHealth health,
            int year,
            YearlyVisits visits,
            Pregnancies pregnancies,
            Avoided avoided,
            double slack,
            Consumer<Candidate> to) {
        this.health = health;
        this.year = year;
        this.visits = visits;
        this.pregnancies = pregnancies;
        this.slack = slack;
        this.to = to;
        this.avoided = avoided;
        first = firstDay(health.years(), year);
        last = health.years().lastDay(year);
    }

    /** The first day of the prescriptions of a year; before the plan years, of the last of them. */
    static int firstDay(PlanYears years, int year) {
        return year == PlanYears.BEFORE
                ? years.firstDay(PlanYears.FIRST) - YEAR
                : years.firstDay(year) + 1;
    }

    /** Offers what is chosen among the drugs of all members. */
    void offer(List<ChronicChoice> choices) {
        MemberCondition condition = null;
        boolean treated = false;
        int age = 0;
        for (int i = 0; i < choices.size(); i++) {
            ChronicChoice choice = choices.get(i);
            if (choice.condition() != condition) {
                condition = choice.condition();
                treated = condition.onset() <= last && condition.end() >= first;
                age = treated ? ageAtRenewal(condition) : 0;
            }
            if (treated) {
                offer(choice, age);
            }
        }
    }

    private int ageAtRenewal(MemberCondition condition) {
        int day = Math.max(anniversary(condition, 0, 1), condition.onset());
        return health.age(condition.member(), day);
    }

    private void offer(ChronicChoice choice, int age) {
        int member = choice.condition().member();
        Sex sex = health.block().member(member).sex();
        double share = choice.choice().share(sex, age);
        if (choice.uniform() > slack * share) {
            return;
        }
        Predicate<Remedy> allowed = remedy -> !avoided.has(member, remedy, last);
        RemedyOrder order = choice.choice().pick(sex, age, choice.key(), allowed);
        if (order != null) {
            offer(choice, order, share);
        }
    }

    private void offer(ChronicChoice choice, RemedyOrder order, double share) {
        MemberCondition condition = choice.condition();
        int times = Schedules.yearlyPrescriptions(order.order().drug(), order.order().days());
        int begin = -1;
        if (condition.onset() >= first) {
            begin = offerStart(choice, order, share);
        }
        for (int n = 0; n < times; n++) {
            int day = anniversary(condition, n, times);
            int earliest = begin < 0 ? first : begin + YEAR / (2 * times);
            if (day >= earliest) {
                int near = Math.min(NEAR, YEAR / (NEAR_PART * times));
                Visit visit = visits.nearest(condition, day, near, earliest);
                offer(choice, order, day, visit, n + 1, share);
            }
        }
    }

    /** Offers the first prescription and answers its day. */
    private int offerStart(ChronicChoice choice, RemedyOrder order, double share) {
        MemberCondition condition = choice.condition();
        Visit visit = visits.first(condition);
        int day = condition.onset() + (int) (Uniforms.of(condition.key(), 21) * SOON);
        offer(choice, order, day, visit, 0, share);
        return visit == null ? day : visit.lastDay();
    }

    /** The n-th of the evenly spread days of a year on which a drug is renewed. */
    private int anniversary(MemberCondition condition, int n, int times) {
        PlanYears years = health.years();
        int begun = years.yearOf(condition.onset());
        double part =
                begun == PlanYears.BEFORE || begun == PlanYears.COUNT
                        ? Uniforms.of(condition.key(), 20)
                        : (condition.onset() - years.firstDay(begun)) / (YEAR + 1.0);
        return first + (int) ((part + n) / times * (last - first + 1));
    }

    private void offer(
            ChronicChoice choice,
            RemedyOrder order,
            int day,
            @Nullable Visit visit,
            int number,
            double share) {
        MemberCondition condition = choice.condition();
        int member = condition.member();
        Drug drug = order.order().drug();
        int on = visit == null ? onWorkday(day, condition) : visit.lastDay();
        Visit at = visit;
        if (!drug.safeInPregnancy() && pregnancies.isPregnant(member, on)) {
            if (Schedules.yearlyPrescriptions(drug, order.order().days()) > 1) {
                return;
            }
            on = pregnancies.end(member, on) + 1;
            at = null;
        }
        if (on > Math.min(last, condition.end())
                || on < first
                || avoided.has(member, order.remedy(), on)) {
            return;
        }
        Prescription prescription = prescription(choice, order, at, on, number);
        to.accept(
                new Candidate(
                        prescription, choice.uniform(), share, condition.onset(), condition.end()));
    }

    private Prescription prescription(
            ChronicChoice choice, RemedyOrder order, @Nullable Visit visit, int day, int number) {
        DrugOrder usual = order.order();
        boolean monthly =
                usual.days() >= QUARTER
                        && usual.days() % THREE == 0
                        && usual.quantity() % THREE == 0
                        && usual.drug().canHandOut(usual.quantity() / THREE)
                        && Uniforms.of(choice.key(), 4) < MONTHLY;
        int days = monthly ? usual.days() / THREE : usual.days();
        return new Prescription(
                choice.condition().member(),
                order.remedy(),
                choice.condition(),
                visit,
                day,
                monthly ? usual.quantity() / THREE : usual.quantity(),
                days,
                usual.directions(),
                Schedules.refills(usual.drug(), days),
                true,
                choice.key(),
                Mixer.combine(choice.key(), year * 100L + number));
    }

    /** The day itself, or the next working day where it is still in the year. */
    private int onWorkday(int day, MemberCondition condition) {
        int weekday = Math.floorMod(day + THURSDAY, WEEK);
        int monday = day + WEEK - weekday;
        return weekday >= SATURDAY && monday <= Math.min(last, condition.end()) ? monday : day;
    }
}
