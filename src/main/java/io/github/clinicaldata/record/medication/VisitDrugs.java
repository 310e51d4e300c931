package io.github.clinicaldata.record.medication;

import io.github.clinicaldata.record.health.BlockHealth;
import io.github.clinicaldata.record.health.MemberCondition;
import io.github.clinicaldata.record.health.Uniforms;
import io.github.clinicaldata.record.health.Visit;
import io.github.clinicaldata.record.medication.DrugChoice.RemedyOrder;
import io.github.clinicaldata.record.pathway.Course;
import io.github.clinicaldata.record.pathway.Start;
import io.github.clinicaldata.record.person.Sex;
import io.github.clinicaldata.record.random.Mixer;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The prescriptions of visits: courses for what passes, and what a visit itself leads to. */
final class VisitDrugs {
    private final BlockHealth health;
    private final YearlyVisits visits;
    private final @Nullable YearlyVisits before;
    private final Pregnancies pregnancies;
    private final Avoided avoided;
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
            Avoided avoided,
            double slack,
            Consumer<Candidate> to) {
        this.health = health;
        this.visits = visits;
        this.before = before;
        this.pregnancies = pregnancies;
        this.avoided = avoided;
        this.slack = slack;
        this.to = to;
    }

    /** Offers the drugs of all visits. */
    void offerAll() {
        DrugChoices table = DrugChoices.standard();
        for (Visit visit : visits.all()) {
            DrugChoice[] own = table.of(visit);
            if (own.length > 0) {
                offer(visit, own, visit.key());
            }
            MemberCondition condition = visit.condition();
            if (condition != null && condition.pathway().course() != Course.CHRONIC) {
                DrugChoice[] choices = table.of(condition.pathway());
                if (choices.length > 0 && isTreatedAt(visit, condition)) {
                    offer(visit, choices, condition.key());
                }
            }
        }
    }

    /** Whether the course of an episode begins at a visit. */
    private boolean isTreatedAt(Visit visit, MemberCondition condition) {
        if (condition.pathway().start() == Start.CONCEPTION) {
            return visit.rule().stay() != null && visit.lastDay() >= condition.end();
        }
        return visits.first(condition) == visit
                && (before == null || before.first(condition) == null);
    }

    private boolean mayGet(Visit visit, Remedy remedy) {
        int member = visit.member();
        int day = visit.lastDay();
        return (remedy.drug().safeInPregnancy() || !pregnancies.isPregnant(member, day))
                && !avoided.has(member, remedy, day);
    }

    private void offer(Visit visit, DrugChoice[] choices, long of) {
        Predicate<Remedy> allowed = remedy -> mayGet(visit, remedy);
        Sex sex = health.block().member(visit.member()).sex();
        int age = health.age(visit.member(), visit.day());
        for (DrugChoice choice : choices) {
            long key = choice.key(of);
            double uniform = Uniforms.of(key, 1);
            if (uniform > slack * choice.most()) {
                continue;
            }
            double share = choice.share(sex, age);
            RemedyOrder order =
                    uniform > slack * share ? null : choice.pick(sex, age, key, allowed);
            if (order != null) {
                to.accept(Candidate.once(prescription(visit, order, key), uniform, share));
            }
        }
    }

    private static Prescription prescription(Visit visit, RemedyOrder order, long key) {
        return new Prescription(
                visit.member(),
                order.remedy(),
                visit.condition(),
                visit,
                visit.lastDay(),
                order.order().quantity(),
                order.order().days(),
                order.order().directions(),
                0,
                false,
                key,
                Mixer.mix(key));
    }
}
