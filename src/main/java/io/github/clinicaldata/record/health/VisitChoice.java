package io.github.clinicaldata.record.health;

import io.github.clinicaldata.record.pathway.Pathway;
import io.github.clinicaldata.record.pathway.VisitRule;
import io.github.clinicaldata.record.random.FixedSample;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Chooses the visits of a block in a year among all that may be: as many as there are slots, of
 * which a stay in hospital that leads to one in a skilled nursing facility takes two.
 */
final class VisitChoice {
    private record Candidate(
            int member,
            Pathway pathway,
            @Nullable MemberCondition condition,
            VisitRule rule,
            int day,
            long key) {}

    private final MemberDays days;
    private final FixedSample sample;
    private final VisitDetails details;
    private final List<Candidate> candidates = new ArrayList<>();

    /** The visits of those candidates that were looked at. */
    private final List<@Nullable Visit> visits = new ArrayList<>();

    private int first;
    private int last;

    VisitChoice(BlockHealth health) {
        days = health.days();
        sample = health.sample();
        details = new VisitDetails(health);
    }

    /**
     * Starts anew.
     *
     * @param firstDay the first day of the year on which there can be visits
     * @param lastDay the last day of the year
     */
    void clear(int firstDay, int lastDay) {
        first = firstDay;
        last = lastDay;
        candidates.clear();
        visits.clear();
        sample.clear();
    }

    /** How many candidates there are that were not withdrawn. */
    int size() {
        return sample.size();
    }

    /** How many would be chosen on average if each were drawn alone. */
    double expected() {
        return sample.expected();
    }

    /**
     * Offers a candidate.
     *
     * @param probability above 0
     * @param required whether it is chosen before all that are a matter of chance
     */
    void offer(
            int member,
            Pathway pathway,
            @Nullable MemberCondition condition,
            VisitRule rule,
            int day,
            long key,
            double probability,
            boolean required) {
        candidates.add(new Candidate(member, pathway, condition, rule, day, key));
        visits.add(null);
        if (required) {
            sample.require();
        } else {
            sample.offer(Uniforms.of(key, 1), probability);
        }
    }

    /** Takes out the candidate of a visit. */
    void withdraw(Visit visit) {
        for (int i = 0; i < candidates.size(); i++) {
            Candidate each = candidates.get(i);
            if (each.key() == visit.key() && each.rule() == visit.rule()) {
                sample.withdraw(i);
            }
        }
    }

    /**
     * Takes out the sessions of a series, such as of therapy, that fall into stays in skilled
     * nursing facilities or in hospital before; single visits are put off.
     *
     * @return whether there were such
     */
    boolean withdrawSessions(List<Visit> chosen) {
        int before = sample.size();
        for (Visit visit : chosen) {
            for (int i = 0; visit.nursing() > 0 && i < candidates.size(); i++) {
                Candidate each = candidates.get(i);
                if (each.member() == visit.member()
                        && each.day() >= visit.day()
                        && each.day() <= visit.lastDayAway()
                        && each.rule().isOfSeries()) {
                    sample.withdraw(i);
                }
            }
        }
        return sample.size() < before;
    }

    /**
     * Chooses.
     *
     * @param count how many slots there are; there must be as many candidates
     */
    List<Visit> choose(int count) {
        int few = count;
        int[] numbers = sample.choose(few);
        for (int over = nursing(numbers); over > 0; over = few + nursing(numbers) - count) {
            few -= (over + 1) / 2;
            numbers = sample.choose(few);
        }
        if (few + nursing(numbers) < count) {
            numbers = sample.choose(few + 1);
        }
        List<Visit> chosen = new ArrayList<>(count);
        for (int number : numbers) {
            chosen.add(visit(number));
        }
        if (numbers.length + nursing(numbers) > count) {
            sendOneHome(chosen);
        }
        return chosen;
    }

    /** How many of the chosen lead to a stay in a skilled nursing facility, which is one more. */
    private int nursing(int[] numbers) {
        int count = 0;
        for (int number : numbers) {
            count +=
                    candidates.get(number).rule().stay() != null && visit(number).nursing() > 0
                            ? 1
                            : 0;
        }
        return count;
    }

    /** Where a year has room for a stay in hospital, but not for what follows it. */
    private static void sendOneHome(List<Visit> chosen) {
        int number = chosen.size() - 1;
        while (chosen.get(number).nursing() == 0) {
            number--;
        }
        chosen.set(number, NursingStays.home(chosen.get(number)));
    }

    private Visit visit(int number) {
        Visit visit = visits.get(number);
        if (visit == null) {
            Candidate candidate = candidates.get(number);
            visit =
                    details.visit(
                            candidate.member(),
                            candidate.pathway(),
                            candidate.condition(),
                            candidate.rule(),
                            candidate.day(),
                            VisitDraw.earliest(
                                    first,
                                    days.birth(candidate.member()),
                                    candidate.condition(),
                                    candidate.rule()),
                            last,
                            candidate.key());
            visits.set(number, visit);
        }
        return visit;
    }
}
