package io.github.clinicaldata.record.medication;

import io.github.clinicaldata.record.code.Drug;
import io.github.clinicaldata.record.health.BlockHealth;
import io.github.clinicaldata.record.health.Uniforms;
import io.github.clinicaldata.record.health.Visit;
import io.github.clinicaldata.record.random.FixedSample;
import io.github.clinicaldata.record.random.Mixer;
import io.github.clinicaldata.record.world.PlanYears;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Decides on the prescriptions of a block in a year, a fixed number of them.
 *
 * <p>Of two that exclude each other the one that is chosen sooner is offered alone, so the rule
 * holds whichever number is chosen.
 */
final class PrescriptionDraw {
    private static final double SLACK = 1.8;

    /** Drugs that fill the number in blocks of the healthy. */
    private static final Drug COMMON = Drug.standard().get("acetaminophen-500-mg-tablet");

    private static final int COMMON_FROM = 12;
    private static final Drug CHILDRENS = Drug.standard().get("ibuprofen-100-mg-5-ml-suspension");
    private static final int CHILDRENS_FROM = 1;
    private static final double SELDOM = 0.001;

    private static final Comparator<Prescription> ORDER =
            Comparator.comparingInt(Prescription::day)
                    .thenComparingInt(Prescription::member)
                    .thenComparingLong(Prescription::key);

    private final BlockHealth health;
    private final int year;
    private final List<Prescription> earlier;
    private final YearlyVisits visits;
    private final @Nullable YearlyVisits before;
    private final Pregnancies pregnancies;
    private final List<Candidate> candidates = new ArrayList<>();

    /**
     * The draw of a year.
     *
     * @param earlier the prescriptions of the year before
     */
    PrescriptionDraw(BlockHealth health, int year, List<Prescription> earlier) {
        this.health = health;
        this.year = year;
        this.earlier = earlier;
        visits = new YearlyVisits(health, year);
        before = year > PlanYears.FIRST ? new YearlyVisits(health, year - 1) : null;
        pregnancies = new Pregnancies(health, year);
    }

    /** Draws. */
    List<Prescription> draw(int count) {
        collect(SLACK);
        if (candidates.size() < count) {
            collect(Double.POSITIVE_INFINITY);
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
            chosen.add(common(visits.all().get(i % visits.all().size()), COMMON, -2 - i));
        }
        chosen.sort(ORDER);
        return List.copyOf(chosen);
    }

    /** How many there would be if each were drawn alone. */
    int natural() {
        collect(1);
        return candidates.size();
    }

    private void collect(double slack) {
        List<Candidate> offered = new ArrayList<>();
        new LongTermDrugs(health, year, visits, pregnancies, slack, offered::add).offerAll();
        new VisitDrugs(health, visits, before, pregnancies, slack, offered::add).offerAll();
        if (slack == Double.POSITIVE_INFINITY) {
            addCommon(offered);
        }
        candidates.clear();
        candidates.addAll(Conflicts.without(offered, earlier));
    }

    private void addCommon(List<Candidate> offered) {
        for (Visit visit : visits.all()) {
            int age = health.age(visit.member(), visit.day());
            if (age < CHILDRENS_FROM || pregnancies.isPregnant(visit.member(), visit.lastDay())) {
                continue;
            }
            Drug drug = age < COMMON_FROM ? CHILDRENS : COMMON;
            Prescription prescription = common(visit, drug, -1);
            double uniform = Uniforms.of(prescription.key(), 1);
            offered.add(Candidate.once(prescription, uniform, SELDOM));
        }
    }

    private static Prescription common(Visit visit, Drug drug, int number) {
        long key = Mixer.combine(visit.key(), number);
        return new Prescription(
                visit.member(),
                drug,
                visit.condition(),
                visit,
                visit.lastDay(),
                drug.quantity(),
                drug.days(),
                0,
                false,
                key,
                key);
    }
}
