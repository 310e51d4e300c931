package io.github.clinicaldata.record.medication;

import io.github.clinicaldata.record.code.Drug;
import io.github.clinicaldata.record.health.BlockHealth;
import io.github.clinicaldata.record.health.Uniforms;
import io.github.clinicaldata.record.health.Visit;
import io.github.clinicaldata.record.random.FixedSample;
import io.github.clinicaldata.record.random.Mixer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Decides on the prescriptions of a block in a year, a fixed number of them.
 *
 * <p>Of two that exclude each other the one that is chosen sooner is offered alone, so the rule
 * holds whichever number is chosen.
 */
final class PrescriptionDraw {
    /** Choices whose number is further from their share than this are hardly ever needed. */
    static final double SLACK = 1.8;

    /** Drugs that fill the number in blocks of the healthy. */
    private static final Remedy COMMON =
            Remedy.of(Drug.standard().get("acetaminophen-500-mg-tablet"));

    private static final int COMMON_FROM = 12;
    private static final Remedy CHILDRENS =
            Remedy.of(Drug.standard().get("ibuprofen-100-mg-5-ml-suspension"));
    private static final int CHILDRENS_FROM = 1;
    private static final int MANY = 512;
    private static final double SELDOM = 0.001;

    private final BlockHealth health;
    private final int year;
    private final List<ChronicChoice> usual;
    private final List<Prescription> earlier;
    private final YearlyVisits visits;
    private final @Nullable YearlyVisits before;
    private final Pregnancies pregnancies;
    private final Avoided avoided;

    /**
     * The draw of a year.
     *
     * @param usual the choices for the chronic conditions, by {@link #SLACK}
     * @param visits of the year
     * @param before visits of the year before, or null where there are none
     * @param earlier the prescriptions of the year before
     */
    PrescriptionDraw(
            BlockHealth health,
            int year,
            Avoided avoided,
            List<ChronicChoice> usual,
            YearlyVisits visits,
            @Nullable YearlyVisits before,
            List<Prescription> earlier) {
        this.health = health;
        this.year = year;
        this.avoided = avoided;
        this.usual = usual;
        this.visits = visits;
        this.before = before;
        this.earlier = earlier;
        pregnancies = new Pregnancies(health, year);
    }

    /** Draws. */
    List<Prescription> draw(int count) {
        List<Candidate> candidates = candidates(SLACK, usual);
        if (candidates.size() < count) {
            double all = Double.POSITIVE_INFINITY;
            candidates = candidates(all, ChronicChoice.of(health, all));
        }
        FixedSample sample = health.sample();
        sample.clear();
        for (Candidate candidate : candidates) {
            sample.offer(candidate.uniform(), candidate.probability());
        }
        List<Prescription> chosen = new ArrayList<>(count);
        for (int number : sample.choose(count)) {
            chosen.add(candidates.get(number).prescription());
        }
        for (int i = 0; chosen.size() < count; i++) {
            chosen.add(further(chosen, i));
        }
        return DayOrder.sorted(chosen, Prescription::day, Prescription::member);
    }

    /** What is prescribed where all else is too little, which hardly occurs. */
    private Prescription further(List<Prescription> chosen, int number) {
        List<Visit> all = visits.all();
        return all.isEmpty()
                ? chosen.get(number).again(Mixer.combine(chosen.get(number).key(), number))
                : common(all.get(number % all.size()), COMMON, -2 - number);
    }

    /** How many there would be if each were drawn alone. */
    int natural() {
        return candidates(1, usual).size();
    }

    private List<Candidate> candidates(double slack, List<ChronicChoice> choices) {
        List<Candidate> offered = new ArrayList<>(MANY);
        new LongTermDrugs(health, year, visits, pregnancies, avoided, slack, offered::add)
                .offer(choices);
        new VisitDrugs(health, visits, before, pregnancies, avoided, slack, offered::add)
                .offerAll();
        if (slack == Double.POSITIVE_INFINITY) {
            addCommon(offered);
        }
        return Conflicts.without(offered, earlier);
    }

    private void addCommon(List<Candidate> offered) {
        for (Visit visit : visits.all()) {
            int age = health.age(visit.member(), visit.day());
            Remedy remedy = age < COMMON_FROM ? CHILDRENS : COMMON;
            int day = visit.lastDay();
            if (age < CHILDRENS_FROM
                    || pregnancies.isPregnant(visit.member(), day)
                    || avoided.has(visit.member(), remedy, day)) {
                continue;
            }
            Prescription prescription = common(visit, remedy, -1);
            double uniform = Uniforms.of(prescription.key(), 1);
            offered.add(Candidate.once(prescription, uniform, SELDOM));
        }
    }

    private static Prescription common(Visit visit, Remedy remedy, int number) {
        long key = Mixer.combine(visit.key(), number);
        return new Prescription(
                visit.member(),
                remedy,
                visit.condition(),
                visit,
                visit.lastDay(),
                remedy.drug().quantity(),
                remedy.drug().days(),
                remedy.drug().directions(),
                0,
                false,
                key,
                key);
    }
}
