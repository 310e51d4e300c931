package io.github.clinicaldata.record.medication;

import io.github.clinicaldata.record.health.BlockHealth;
import io.github.clinicaldata.record.health.MemberCondition;
import io.github.clinicaldata.record.health.Uniforms;
import io.github.clinicaldata.record.health.Visit;
import io.github.clinicaldata.record.pathway.Course;
import io.github.clinicaldata.record.pathway.DrugOrder;
import io.github.clinicaldata.record.pathway.Start;
import io.github.clinicaldata.record.person.Sex;
import io.github.clinicaldata.record.random.Mixer;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The prescriptions of visits: courses for what passes, and what a visit itself leads to. */
final class VisitDrugs {
    private final BlockHealth health;
    private final YearlyVisits visits;
    private final @Nullable YearlyVisits before;
    private final Pregnancies pregnancies;
    private final double slack;
    private final Consumer<Candidate> to;

    /**
     * The drugs of a block in a year.
     *
     * @param before the visits of the year before, or null where there are none
     * @param slack choices whose number is further from their share than this are left out
     * @param to receives the prescriptions
     */
    VisitDrugs(
            BlockHealth health,
            YearlyVisits visits,
            @Nullable YearlyVisits before,
            Pregnancies pregnancies,
            double slack,
            Consumer<Candidate> to) {
        this.health = health;
        this.visits = visits;
        this.before = before;
        this.pregnancies = pregnancies;
        this.slack = slack;
        this.to = to;
    }

    /** Offers the drugs of all visits. */
    void offerAll() {
        for (Visit visit : visits.all()) {
            offer(visit, visit.rule().medications(), visit.key());
            MemberCondition condition = visit.condition();
            if (condition != null
                    && !condition.pathway().medications().isEmpty()
                    && isTreatedAt(visit, condition)) {
                offer(visit, condition.pathway().medications(), condition.key());
            }
        }
    }

    /** Whether the course of an episode begins at a visit. */
    private boolean isTreatedAt(Visit visit, MemberCondition condition) {
        if (condition.pathway().course() == Course.CHRONIC) {
            return false;
        }
        if (condition.pathway().start() == Start.CONCEPTION) {
            return visit.rule().stay() != null && visit.lastDay() >= condition.end();
        }
        return visits.first(condition) == visit
                && (before == null || before.first(condition) == null);
    }

    private void offer(Visit visit, List<DrugOrder> orders, long key) {
        for (int number = 0; number < orders.size(); number++) {
            long choice = Orders.key(key, number);
            double uniform = Uniforms.of(choice, 1);
            if (uniform > slack || !Orders.isFirst(orders, number)) {
                continue;
            }
            Sex sex = health.block().member(visit.member()).sex();
            int age = health.age(visit.member(), visit.day());
            double share = Orders.share(orders, number, sex, age);
            DrugOrder order =
                    uniform > slack * share ? null : Orders.pick(orders, number, sex, age, choice);
            if (order != null
                    && (order.drug().safeInPregnancy()
                            || !pregnancies.isPregnant(visit.member(), visit.lastDay()))) {
                Prescription prescription = prescription(visit, order, choice);
                to.accept(Candidate.once(prescription, uniform, share));
            }
        }
    }

    private static Prescription prescription(Visit visit, DrugOrder order, long key) {
        return new Prescription(
                visit.member(),
                order.drug(),
                visit.condition(),
                visit,
                visit.lastDay(),
                order.quantity(),
                order.days(),
                0,
                false,
                key,
                Mixer.mix(key));
    }
}
