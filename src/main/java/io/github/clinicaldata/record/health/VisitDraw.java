package io.github.clinicaldata.record.health;

import io.github.clinicaldata.record.code.Diagnosis;
import io.github.clinicaldata.record.code.IntRange;
import io.github.clinicaldata.record.pathway.Course;
import io.github.clinicaldata.record.pathway.Pathway;
import io.github.clinicaldata.record.pathway.Start;
import io.github.clinicaldata.record.pathway.VisitRule;
import io.github.clinicaldata.record.random.Mixer;
import io.github.clinicaldata.record.world.MemberBlock;
import io.github.clinicaldata.record.world.PlanYears;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Decides on the visits of a block in a year: what the pathways of its members' conditions and
 * check-ups lead to, a fixed number of them. Where they would be too many, some that can be skipped
 * are; where too few, there are more follow-ups.
 */
final class VisitDraw {
    private static final double EXTRA = 0.05;

    /** On how many days before the last one of a year there may be no working day to come. */
    private static final int WEEKEND = 2;

    private final BlockHealth health;
    private final PlanYears years;
    private final MemberDays days;
    private final Choices choices = new Choices();
    private final CheckUps checkUps;
    private final VisitChoice choice;
    private int first;
    private int last;

    /** How many times follow-ups were added. */
    private int round;

    VisitDraw(BlockHealth health, PlanYears years) {
        this.health = health;
        this.years = years;
        days = health.days();
        checkUps = new CheckUps(health);
        choice = new VisitChoice(health);
    }

    /** Draws the visits of a year in their order. */
    List<Visit> draw(int year, int count) {
        collect(year);
        YearOfVisits ofYear = new YearOfVisits(choose(year, count), days, first, last);
        List<Visit> ordered = ofYear.ordered();
        for (Visit none = ofYear.unplaced(); none != null; none = ofYear.unplaced()) {
            choice.withdraw(none);
            ofYear = new YearOfVisits(choose(year, count), days, first, last);
            ordered = ofYear.ordered();
        }
        return ordered;
    }

    private List<Visit> choose(int year, int count) {
        List<Visit> visits;
        do {
            for (; choice.size() < count; round++) {
                addFollowUps(year);
            }
            visits = choice.choose(count);
        } while (choice.withdrawSessions(visits));
        return visits;
    }

    /** How many there would be if each were drawn alone. */
    double natural(int year) {
        collect(year);
        return choice.expected();
    }

    /**
     * The first day on which a visit can be.
     *
     * @param first the first day of the year on which there can be visits
     * @param birth the member's
     */
    static int earliest(int first, int birth, @Nullable MemberCondition condition, VisitRule rule) {
        if (condition == null) {
            return Math.max(first, birth);
        }
        boolean delivery = condition.pathway().start() == Start.CONCEPTION && rule.delivery();
        return Math.max(first, delivery ? condition.end() : condition.onset());
    }

    private void collect(int year) {
        // drawn first, since they use the same sample
        List<MemberCondition> earlier = health.year(year - 1);
        List<MemberCondition> begun = health.year(year);
        first = years.firstDay(year) + 1;
        last = years.lastDay(year);
        round = 0;
        choice.clear(first, last);
        for (int member = 0; member < MemberBlock.SIZE; member++) {
            List<MemberCondition> chronic = health.chronic(member);
            for (int i = 0; i < chronic.size(); i++) {
                MemberCondition condition = chronic.get(i);
                if (condition.onset() < last && condition.end() > first) {
                    addChronic(condition, year);
                }
            }
            checkUps.each(member, year, this::addVisits);
        }
        addEpisodes(earlier);
        addEpisodes(begun);
    }

    private void addEpisodes(List<MemberCondition> conditions) {
        for (int i = 0; i < conditions.size(); i++) {
            MemberCondition condition = conditions.get(i);
            if (condition.pathway().course() != Course.CHRONIC) {
                addVisits(
                        condition.member(),
                        condition.pathway(),
                        condition,
                        condition.onset(),
                        condition.key());
            }
        }
    }

    private void addChronic(MemberCondition condition, int year) {
        int from = Math.max(first, condition.onset());
        int to = Math.min(last, condition.end());
        int age = days.wholeAge(condition.member(), from);
        long yearKey = Mixer.combine(condition.key(), year);
        double active = (to - from + 1) / (double) (last - first + 1);
        List<VisitRule> rules = condition.pathway().visits();
        choices.clear();
        for (int i = 0; i < rules.size(); i++) {
            VisitRule rule = rules.get(i);
            if (!rule.fits(days.sex(condition.member()), age, condition.diagnosis())) {
                continue;
            }
            double share = rule.share() * active;
            if (rule.choice() >= 0) {
                if (!choices.isChosen(rule, yearKey)) {
                    continue;
                }
                share = active;
            }
            addChronic(condition, rule, from, to, share, Choices.key(yearKey, i));
        }
    }

    private void addChronic(
            MemberCondition condition, VisitRule rule, int from, int to, double share, long key) {
        if (rule.priority() == 1) {
            if (Uniforms.of(key, 1) < share) {
                add(condition, rule, spread(from, to, 0, 1, key), key, 1, true);
            }
            return;
        }
        IntRange perYear = rule.perYear();
        int spare = perYear.high() - perYear.low();
        for (int n = 0; n < perYear.high(); n++) {
            double probability =
                    n < perYear.low() ? share : share * (perYear.high() - n) / (spare + 1.0);
            long each = Mixer.combine(key, n);
            add(
                    condition,
                    rule,
                    spread(from, to, n, perYear.high(), each),
                    each,
                    probability,
                    false);
        }
    }

    /** The day of the n-th of some visits that are about evenly spread. */
    private static int spread(int from, int to, int n, int of, long key) {
        double part = (n + 0.15 + 0.7 * Uniforms.of(key, 2)) / of;
        return from + (int) (part * (to - from));
    }

    /** Adds what an episode or a check-up leads to. */
    private void addVisits(
            int member, Pathway pathway, @Nullable MemberCondition condition, int start, long key) {
        List<VisitRule> rules = pathway.visits();
        int age = Math.max(0, days.wholeAge(member, start + 1));
        choices.clear();
        for (int i = 0; i < rules.size(); i++) {
            VisitRule rule = rules.get(i);
            Diagnosis code = condition == null ? null : condition.diagnosis();
            if (!rule.fits(days.sex(member), age, code)) {
                continue;
            }
            long ruleKey = Choices.key(key, i);
            boolean required = rule.choice() >= 0 || rule.priority() == 1;
            if (rule.choice() >= 0
                    ? !choices.isChosen(rule, key)
                    : required && Uniforms.of(ruleKey, 1) >= rule.share()) {
                continue;
            }
            addTimes(member, pathway, condition, rule, start, ruleKey, required);
        }
    }

    private void addTimes(
            int member,
            Pathway pathway,
            @Nullable MemberCondition condition,
            VisitRule rule,
            int start,
            long key,
            boolean required) {
        int after = Choices.after(rule, key);
        if (condition != null && pathway.start() == Start.CONCEPTION && rule.delivery()) {
            after = condition.end() - condition.onset();
        }
        for (int n = 0; n == 0 || rule.every() > 0; n++) {
            int day = start + after + n * rule.every();
            if (n > 0 && after + n * rule.every() > rule.until() || day > last) {
                return;
            }
            if (day >= first) {
                long each = Mixer.combine(key, n);
                add(member, pathway, condition, rule, day, each, rule.share(), required);
            }
        }
    }

    private void add(
            MemberCondition condition,
            VisitRule rule,
            int day,
            long key,
            double probability,
            boolean required) {
        add(
                condition.member(),
                condition.pathway(),
                condition,
                rule,
                day,
                key,
                probability,
                required);
    }

    private void add(
            int member,
            Pathway pathway,
            @Nullable MemberCondition condition,
            VisitRule rule,
            int day,
            long key,
            double probability,
            boolean required) {
        if (probability <= 0 || day >= last - WEEKEND && isNever(member, condition, rule, day)) {
            return;
        }
        choice.offer(member, pathway, condition, rule, day, key, probability, required);
    }

    /** Whether a visit near the end of the year finds no working day. */
    private boolean isNever(
            int member, @Nullable MemberCondition condition, VisitRule rule, int day) {
        int earliest = earliest(first, days.birth(member), condition, rule);
        return VisitTimes.onWorkday(rule.setting(), day, earliest, last) == VisitTimes.NONE;
    }

    /** More follow-ups of what the members have, in blocks of the healthy. */
    private void addFollowUps(int year) {
        for (int member = 0; member < MemberBlock.SIZE; member++) {
            for (MemberCondition condition : health.chronic(member)) {
                List<VisitRule> rules = condition.pathway().visits();
                if (condition.onset() < last && condition.end() > last && !rules.isEmpty()) {
                    long key = Mixer.combine(condition.key(), 1_000L * (round + 1) + year);
                    int from = Math.max(first, condition.onset());
                    int day = spread(from, last, 0, 1, key);
                    add(condition, rules.get(0), day, key, EXTRA, false);
                }
            }
        }
    }
}
