package io.github.clinicaldata.record.medication;

import io.github.clinicaldata.record.code.Drug;
import io.github.clinicaldata.record.health.BlockHealth;
import io.github.clinicaldata.record.health.MemberCondition;
import io.github.clinicaldata.record.health.Uniforms;
import io.github.clinicaldata.record.health.Visit;
import io.github.clinicaldata.record.pathway.DrugOrder;
import io.github.clinicaldata.record.person.Sex;
import io.github.clinicaldata.record.random.Mixer;
import io.github.clinicaldata.record.world.MemberBlock;
import io.github.clinicaldata.record.world.PlanYears;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The prescriptions of drugs that chronic conditions need all the time: renewed each year about the
 * day on which they began, at a visit for the condition where there is one near.
 */
final class LongTermDrugs {
    private static final int YEAR = 365;

    /** A visit so many days from the anniversary is that of the renewal. */
    private static final int NEAR = 60;

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
            double slack,
            Consumer<Candidate> to) {
        this.health = health;
        this.year = year;
        this.visits = visits;
        this.pregnancies = pregnancies;
        this.slack = slack;
        this.to = to;
        first = firstDay(health.years(), year);
        last = health.years().lastDay(year);
    }

    /** The first day of the prescriptions of a year; before the plan years, of the last of them. */
    static int firstDay(PlanYears years, int year) {
        return year == PlanYears.BEFORE
                ? years.firstDay(PlanYears.FIRST) - YEAR
                : years.firstDay(year) + 1;
    }

    /** Offers the drugs of all members. */
    void offerAll() {
        for (int member = 0; member < MemberBlock.SIZE; member++) {
            List<MemberCondition> conditions = health.chronic(member);
            for (int i = 0; i < conditions.size(); i++) {
                MemberCondition condition = conditions.get(i);
                if (condition.onset() <= last && condition.end() >= first) {
                    offer(condition);
                }
            }
        }
    }

    private void offer(MemberCondition condition) {
        List<DrugOrder> orders = condition.pathway().medications();
        if (orders.isEmpty()) {
            return;
        }
        int member = condition.member();
        Sex sex = health.block().member(member).sex();
        int day = Math.min(anniversary(condition, 0, 1), last);
        int age = health.age(member, Math.max(day, condition.onset()));
        for (int number = 0; number < orders.size(); number++) {
            long key = Orders.key(condition.key(), number);
            double uniform = Uniforms.of(key, 1);
            if (uniform > slack || !Orders.isFirst(orders, number)) {
                continue;
            }
            double share = Orders.share(orders, number, sex, age);
            DrugOrder order =
                    uniform > slack * share ? null : Orders.pick(orders, number, sex, age, key);
            if (order != null) {
                offer(condition, order, key, uniform, share);
            }
        }
    }

    private void offer(
            MemberCondition condition, DrugOrder order, long key, double uniform, double share) {
        int times = Schedules.yearlyPrescriptions(order.drug(), order.days());
        int begin = -1;
        if (condition.onset() >= first) {
            begin = offerStart(condition, order, key, uniform, share);
        }
        for (int n = 0; n < times; n++) {
            int day = anniversary(condition, n, times);
            int earliest = begin < 0 ? first : begin + YEAR / (2 * times);
            if (day >= earliest) {
                Visit visit = renewal(condition, day, Math.min(NEAR, YEAR / (3 * times)), earliest);
                offer(condition, order, day, visit, n + 1, key, uniform, share);
            }
        }
    }

    /** Offers the first prescription and answers its day. */
    private int offerStart(
            MemberCondition condition, DrugOrder order, long key, double uniform, double share) {
        Visit visit = visits.first(condition);
        int day = condition.onset() + (int) (Uniforms.of(condition.key(), 21) * SOON);
        offer(condition, order, day, visit, 0, key, uniform, share);
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
        return first + (int) ((part + n) / times % 1 * (last - first + 1));
    }

    /** The visit for a condition that is nearest to a day, or null where none is near. */
    private @Nullable Visit renewal(MemberCondition condition, int day, int near, int earliest) {
        Visit nearest = null;
        int distance = near + 1;
        for (Visit visit : visits.of(condition.member())) {
            int apart = Math.abs(visit.day() - day);
            if (visit.condition() == condition
                    && apart < distance
                    && visit.day() >= earliest
                    && Prescribers.renewAt(visit)) {
                nearest = visit;
                distance = apart;
            }
        }
        return nearest;
    }

    private void offer(
            MemberCondition condition,
            DrugOrder order,
            int day,
            @Nullable Visit visit,
            int number,
            long key,
            double uniform,
            double share) {
        int member = condition.member();
        Drug drug = order.drug();
        int on = visit == null ? onWorkday(day, condition) : visit.lastDay();
        Visit at = visit;
        if (!drug.safeInPregnancy() && pregnancies.isPregnant(member, on)) {
            if (Schedules.yearlyPrescriptions(drug, order.days()) > 1) {
                return;
            }
            on = pregnancies.end(member, on) + 1;
            at = null;
        }
        if (on > Math.min(last, condition.end()) || on < first) {
            return;
        }
        boolean monthly =
                order.days() >= QUARTER
                        && order.quantity() % THREE == 0
                        && Uniforms.of(key, 4) < MONTHLY;
        int days = monthly ? order.days() / THREE : order.days();
        Prescription prescription =
                new Prescription(
                        member,
                        drug,
                        condition,
                        at,
                        on,
                        monthly ? order.quantity() / THREE : order.quantity(),
                        days,
                        Schedules.refills(drug, days),
                        true,
                        key,
                        Mixer.combine(key, year * 100L + number));
        to.accept(Candidate.of(prescription, uniform, share, condition.onset(), condition.end()));
    }

    /** The day itself, or the next working day where it is still in the year. */
    private int onWorkday(int day, MemberCondition condition) {
        int weekday = Math.floorMod(day + THURSDAY, WEEK);
        int monday = day + WEEK - weekday;
        return weekday >= SATURDAY && monday <= Math.min(last, condition.end()) ? monday : day;
    }
}
