package io.github.clinicaldata.record.health;

import io.github.clinicaldata.record.code.IntRange;
import io.github.clinicaldata.record.pathway.Course;
import io.github.clinicaldata.record.pathway.Pathway;
import io.github.clinicaldata.record.pathway.Start;
import io.github.clinicaldata.record.pathway.VisitRule;
import io.github.clinicaldata.record.random.FixedSample;
import io.github.clinicaldata.record.random.Mixer;
import io.github.clinicaldata.record.world.MemberBlock;
import io.github.clinicaldata.record.world.PlanYears;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Decides on the visits of a block in a year: what the pathways of its members' conditions and
 * check-ups lead to, a fixed number of them. Where they would be too many, some that can be skipped
 * are; where too few, there are more follow-ups.
 */
final class VisitDraw {
    private static final int CHOICES = 16;
    private static final long CHECK_UP = 0x636865636BL;
    private static final double EXTRA = 0.05;

    private record Candidate(
            int member,
            Pathway pathway,
            @Nullable MemberCondition condition,
            VisitRule rule,
            int day,
            long key) {}

    private final HealthTables tables = HealthTables.standard();
    private final BlockHealth health;
    private final PlanYears years;
    private final MemberDays days;
    private final FixedSample sample;
    private final List<Candidate> candidates = new ArrayList<>();
    private final double[] spent = new double[CHOICES];
    private int first;
    private int last;

    VisitDraw(BlockHealth health, PlanYears years) {
        this.health = health;
        this.years = years;
        days = health.days();
        sample = health.sample();
    }

    /** Draws. */
    List<Visit> draw(int year, int count) {
        collect(year);
        for (int round = 0; sample.size() < count; round++) {
            addFollowUps(year, round);
        }
        List<Visit> visits = new ArrayList<>();
        for (int number : sample.choose(count)) {
            Candidate each = candidates.get(number);
            visits.add(
                    VisitDetails.visit(
                            each.member(),
                            each.pathway(),
                            each.condition(),
                            each.rule(),
                            each.day(),
                            last,
                            days,
                            each.key()));
        }
        return visits;
    }

    /** How many there would be if each were drawn alone. */
    double natural(int year) {
        collect(year);
        return sample.expected();
    }

    private void collect(int year) {
        // drawn first, since they use the same sample
        List<MemberCondition> earlier = health.year(year - 1);
        List<MemberCondition> begun = health.year(year);
        candidates.clear();
        sample.clear();
        first = years.firstDay(year) + 1;
        last = years.lastDay(year);
        for (int member = 0; member < MemberBlock.SIZE; member++) {
            for (MemberCondition condition : health.chronic(member)) {
                if (condition.onset() < last && condition.end() > first) {
                    addChronic(condition, year);
                }
            }
            addCheckUps(member, year);
        }
        addEpisodes(earlier);
        addEpisodes(begun);
    }

    private void addEpisodes(List<MemberCondition> conditions) {
        for (MemberCondition condition : conditions) {
            if (isEpisode(condition)) {
                addVisits(
                        condition.member(),
                        condition.pathway(),
                        condition,
                        condition.onset(),
                        condition.key());
            }
        }
    }

    private static boolean isEpisode(MemberCondition condition) {
        return condition.pathway().course() != Course.CHRONIC;
    }

    private void addChronic(MemberCondition condition, int year) {
        int member = condition.member();
        int from = Math.max(first, condition.onset());
        int to = Math.min(last, condition.end());
        int age = days.wholeAge(member, from);
        long yearKey = Mixer.combine(condition.key(), year);
        double active = (to - from + 1) / (double) (last - first + 1);
        List<VisitRule> rules = condition.pathway().visits();
        clearChoices();
        for (int i = 0; i < rules.size(); i++) {
            VisitRule rule = rules.get(i);
            if (!rule.limits().fit(days.sex(member), age)) {
                continue;
            }
            long key = Mixer.combine(yearKey, i);
            double uniform = Uniforms.of(key, 1);
            double share = rule.share() * active;
            if (rule.choice() >= 0) {
                double choice = Uniforms.of(yearKey, -1 - rule.choice());
                if (!isChosen(rule, choice)) {
                    continue;
                }
                share = active;
            }
            if (rule.priority() == 1) {
                if (uniform < share) {
                    require(condition, rule, spread(from, to, 0, 1, key), key);
                }
                continue;
            }
            IntRange perYear = rule.perYear();
            for (int n = 0; n < perYear.high(); n++) {
                int spare = perYear.high() - perYear.low();
                double probability =
                        n < perYear.low() ? share : share * (perYear.high() - n) / (spare + 1.0);
                long each = Mixer.combine(key, n);
                offer(
                        member,
                        condition.pathway(),
                        condition,
                        rule,
                        spread(from, to, n, perYear.high(), each),
                        each,
                        Uniforms.of(each, 1),
                        probability);
            }
        }
    }

    /** The day of the n-th of some visits that are about evenly spread. */
    private static int spread(int from, int to, int n, int of, long key) {
        double part = (n + 0.15 + 0.7 * Uniforms.of(key, 2)) / of;
        return from + (int) (part * (to - from));
    }

    private void addCheckUps(int member, int year) {
        for (Pathway pathway : tables.births) {
            int birth = days.birth(member);
            if (birth >= first && birth <= last) {
                long key = Mixer.combine(health.memberKey(member) ^ tables.key(pathway), 0);
                addVisits(member, pathway, null, birth, key);
            }
        }
        long yearKey = Mixer.combine(health.memberKey(member) ^ CHECK_UP, year);
        int age = days.wholeAge(member, (first + last) / 2);
        for (Pathway pathway : tables.checkUps) {
            long key = Mixer.mix(yearKey ^ tables.key(pathway));
            boolean birthday = pathway.start() == Start.BIRTHDAY;
            int start =
                    birthday
                            ? birthday(member)
                            : first + (int) (Uniforms.of(key, 2) * (last - first));
            int at = birthday ? days.wholeAge(member, start + 2) : age;
            if (start < first || start > last || !pathway.limits().fit(days.sex(member), at)) {
                continue;
            }
            if (Uniforms.of(key, 1) < pathway.curve().at(days.sex(member), at)) {
                addVisits(member, pathway, null, start, key);
            }
        }
    }

    /** The birthday in the year, or the birth, plus a day. */
    private int birthday(int member) {
        int birth = days.birth(member);
        if (birth >= first) {
            return birth + 1;
        }
        int age = (int) Math.ceil(days.age(member, first));
        return days.dayOfAge(member, age) + 1;
    }

    private void addVisits(
            int member, Pathway pathway, @Nullable MemberCondition condition, int start, long key) {
        List<VisitRule> rules = pathway.visits();
        int age = days.wholeAge(member, start + 1);
        clearChoices();
        for (int i = 0; i < rules.size(); i++) {
            VisitRule rule = rules.get(i);
            if (!rule.limits().fit(days.sex(member), Math.max(0, age))) {
                continue;
            }
            long ruleKey = Mixer.combine(key, i);
            double uniform = Uniforms.of(ruleKey, 1);
            boolean required = false;
            if (rule.choice() >= 0) {
                if (!isChosen(rule, Uniforms.of(key, -1 - rule.choice()))) {
                    continue;
                }
                required = true;
            } else if (rule.priority() == 1) {
                if (uniform >= rule.share()) {
                    continue;
                }
                required = true;
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
        int after =
                rule.after().low()
                        + (int)
                                (Uniforms.of(key, 2)
                                        * (rule.after().high() - rule.after().low() + 1));
        if (pathway.start() == Start.CONCEPTION
                && condition != null
                && rule.stay() != null
                && rule.priority() == 1) {
            after = condition.end() - condition.onset();
        }
        for (int n = 0; ; n++) {
            int day = start + after + n * rule.every();
            boolean repeated =
                    n == 0 || (rule.every() > 0 && after + n * rule.every() <= rule.until());
            if (!repeated || day > last) {
                return;
            }
            long each = Mixer.combine(key, n);
            if (day >= first) {
                if (required) {
                    candidates.add(new Candidate(member, pathway, condition, rule, day, each));
                    sample.require();
                } else {
                    offer(
                            member,
                            pathway,
                            condition,
                            rule,
                            day,
                            each,
                            Uniforms.of(each, 1),
                            rule.share());
                }
            }
        }
    }

    private void clearChoices() {
        Arrays.fill(spent, 0);
    }

    /** Whether a rule is the one of its choice on which a uniform number falls. */
    private boolean isChosen(VisitRule rule, double uniform) {
        double before = spent[rule.choice()];
        spent[rule.choice()] = before + rule.share();
        return uniform >= before && uniform < before + rule.share();
    }

    private void require(MemberCondition condition, VisitRule rule, int day, long key) {
        candidates.add(
                new Candidate(condition.member(), condition.pathway(), condition, rule, day, key));
        sample.require();
    }

    private void offer(
            int member,
            Pathway pathway,
            @Nullable MemberCondition condition,
            VisitRule rule,
            int day,
            long key,
            double uniform,
            double probability) {
        if (probability <= 0) {
            return;
        }
        candidates.add(new Candidate(member, pathway, condition, rule, day, key));
        sample.offer(uniform, probability);
    }

    /** More follow-ups of what the members have, in blocks of the healthy. */
    private void addFollowUps(int year, int round) {
        for (int member = 0; member < MemberBlock.SIZE; member++) {
            for (MemberCondition condition : health.chronic(member)) {
                List<VisitRule> rules = condition.pathway().visits();
                if (condition.onset() < last && condition.end() > last && !rules.isEmpty()) {
                    long key = Mixer.combine(condition.key(), 1_000L * (round + 1) + year);
                    int from = Math.max(first, condition.onset());
                    offer(
                            member,
                            condition.pathway(),
                            condition,
                            rules.get(0),
                            spread(from, last, 0, 1, key),
                            key,
                            Uniforms.of(key, 1),
                            EXTRA);
                }
            }
        }
    }
}
