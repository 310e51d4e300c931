package io.github.clinicaldata.record.health;

import io.github.clinicaldata.record.code.Diagnosis;
import io.github.clinicaldata.record.pathway.Course;
import io.github.clinicaldata.record.pathway.Pathway;
import io.github.clinicaldata.record.pathway.Risk;
import io.github.clinicaldata.record.random.AliasTable;
import io.github.clinicaldata.record.random.FixedSample;
import io.github.clinicaldata.record.random.Mixer;
import io.github.clinicaldata.record.world.MemberBlock;
import io.github.clinicaldata.record.world.PlanYears;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Decides on the episodes of a block in a year: illnesses that pass, injuries and lost pregnancies.
 * They fill what the beginnings of chronic conditions and the pregnancies leave of the fixed number
 * of conditions that begin in a year.
 */
final class EpisodeDraw {
    private static final double SLACK = 1.7;
    private static final double TWICE = 0.12;
    private static final int NEXT_KEY = 5;

    /** Days round a pregnancy in which no other one begins. */
    private static final int APART = 100;

    private final HealthTables tables = HealthTables.standard();
    private final PlanYears years;
    private final MemberDays days;
    private final long[] memberKeys;
    private final FixedSample sample;
    private final boolean[] has = new boolean[tables.keyCount()];
    private int count;
    private int[] members = new int[256];
    private Pathway[] pathways = new Pathway[256];
    private int[] numbers = new int[256];

    EpisodeDraw(PlanYears years, MemberDays days, long[] memberKeys, FixedSample sample) {
        this.years = years;
        this.days = days;
        this.memberKeys = memberKeys;
        this.sample = sample;
    }

    /**
     * Draws.
     *
     * @param year a plan year
     * @param wanted how many
     * @param chronic the chronic conditions of each member
     * @param pregnancies of the block: those that end with a birth, and those lost in the year
     *     before
     */
    List<MemberCondition> draw(
            int year,
            int wanted,
            List<List<MemberCondition>> chronic,
            List<MemberCondition> pregnancies) {
        collect(year, SLACK, chronic, pregnancies);
        if (sample.size() < wanted) {
            collect(year, Double.POSITIVE_INFINITY, chronic, pregnancies);
        }
        List<MemberCondition> episodes = new ArrayList<>();
        for (int candidate : sample.choose(wanted)) {
            episodes.add(episode(candidate, year));
        }
        return episodes;
    }

    /** How many episodes there would be if each member were drawn alone. */
    double natural(
            int year, List<List<MemberCondition>> chronic, List<MemberCondition> pregnancies) {
        collect(year, Double.POSITIVE_INFINITY, chronic, pregnancies);
        return sample.expected();
    }

    private void collect(
            int year,
            double slack,
            List<List<MemberCondition>> chronic,
            List<MemberCondition> pregnancies) {
        count = 0;
        sample.clear();
        int first = years.firstDay(year);
        int last = years.lastDay(year);
        boolean[] pregnant = pregnant(pregnancies, first, last);
        for (int member = 0; member < MemberBlock.SIZE; member++) {
            int birth = days.birth(member);
            if (birth >= last) {
                continue;
            }
            double lived = birth <= first ? 1 : (last - birth) / (double) (last - first);
            int age = days.wholeAge(member, (Math.max(birth, first) + last) / 2);
            List<MemberCondition> conditions = chronic.get(member);
            setActive(conditions, last);
            long yearKey = Mixer.combine(memberKeys[member], year);
            HealthTables.Possible possible = tables.episodes(days.sex(member), age);
            for (int i = 0; i < possible.pathways.length; i++) {
                Pathway pathway = possible.pathways[i];
                double factor = lived * tables.factor(pathway, days.origin(member));
                long key = yearKey ^ possible.keys[i];
                double most = possible.most[i] * factor;
                double uniform = Uniforms.of(key, 0);
                if (most < TWICE && uniform >= slack * most
                        || pregnant[member] && pathway.course() == Course.PREGNANCY) {
                    continue;
                }
                double rate = pathway.curve().at(days.sex(member), age) * factor * risk(pathway);
                offer(member, pathway, rate, key, slack);
            }
            for (int i = 0; i < conditions.size(); i++) {
                has[conditions.get(i).pathway().ordinal()] = false;
            }
        }
    }

    private static boolean[] pregnant(List<MemberCondition> pregnancies, int first, int last) {
        boolean[] pregnant = new boolean[MemberBlock.SIZE];
        for (MemberCondition pregnancy : pregnancies) {
            pregnant[pregnancy.member()] |=
                    pregnancy.onset() - APART <= last && pregnancy.end() + APART >= first;
        }
        return pregnant;
    }

    private void setActive(List<MemberCondition> conditions, int day) {
        for (int i = 0; i < conditions.size(); i++) {
            MemberCondition condition = conditions.get(i);
            has[condition.pathway().ordinal()] = condition.isActive(day);
        }
    }

    private double risk(Pathway pathway) {
        double factor = 1;
        for (int i = 0; i < pathway.risks().size(); i++) {
            Risk risk = pathway.risks().get(i);
            if (has[risk.condition().ordinal()]) {
                factor *= risk.times();
            }
        }
        return factor;
    }

    /** Offers a first episode and, of what is frequent, a second one (a Poisson process). */
    private void offer(int member, Pathway pathway, double rate, long key, double slack) {
        double once = rate < TWICE ? rate : 1 - StrictMath.exp(-rate);
        offerOne(member, pathway, 0, once, key, slack);
        if (rate >= TWICE) {
            double twice = 1 - StrictMath.exp(-rate) * (1 + rate);
            offerOne(member, pathway, 1, twice, key, slack);
        }
    }

    private void offerOne(
            int member, Pathway pathway, int number, double share, long key, double slack) {
        double uniform = Uniforms.of(key, number);
        if (share <= 0 || uniform >= slack * share) {
            return;
        }
        sample.offer(uniform, share);
        if (count == members.length) {
            members = Arrays.copyOf(members, 2 * count);
            pathways = Arrays.copyOf(pathways, 2 * count);
            numbers = Arrays.copyOf(numbers, 2 * count);
        }
        members[count] = member;
        pathways[count] = pathway;
        numbers[count++] = number;
    }

    private MemberCondition episode(int candidate, int year) {
        int member = members[candidate];
        Pathway pathway = pathways[candidate];
        long key =
                Mixer.combine(
                        Mixer.combine(memberKeys[member], year) ^ tables.key(pathway),
                        NEXT_KEY + numbers[candidate]);
        return episode(member, pathway, onset(member, pathway, year, key), key);
    }

    /** An episode that begins on a day. */
    MemberCondition episode(int member, Pathway pathway, int onset, long key) {
        int end =
                onset
                        + pathway.lasts().low()
                        + (int)
                                (Uniforms.of(key, 3)
                                        * (pathway.lasts().high() - pathway.lasts().low() + 1));
        Diagnosis diagnosis =
                CodeChoice.pick(
                        pathway.codes(),
                        Uniforms.of(key, 4),
                        days.sex(member),
                        days.wholeAge(member, onset));
        List<Diagnosis> causes = pathway.external();
        Diagnosis external =
                causes.isEmpty() ? null : causes.get((int) (Uniforms.of(key, 5) * causes.size()));
        return new MemberCondition(member, pathway, diagnosis, external, onset, end, key);
    }

    private int onset(int member, Pathway pathway, int year, long key) {
        int first = Math.max(years.firstDay(year), days.birth(member)) + 1;
        int last = years.lastDay(year);
        @Nullable AliasTable season = tables.season(pathway.ordinal());
        if (season == null) {
            return first + (int) (Uniforms.of(key, 1) * (last - first + 1));
        }
        int month = season.pick(Mixer.mix(key ^ 2)) + 1;
        LocalDate start = LocalDate.ofEpochDay(years.firstDay(year));
        LocalDate date = LocalDate.of(start.getYear(), month, 1);
        date = date.plusDays((int) (Uniforms.of(key, 1) * date.lengthOfMonth()));
        if (date.toEpochDay() <= years.firstDay(year)) {
            date = date.plusYears(1);
        }
        return Math.min(Math.max((int) date.toEpochDay(), first), last);
    }
}
