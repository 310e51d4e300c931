package io.github.clinicaldata.record.health;

import io.github.clinicaldata.record.code.Diagnosis;
import io.github.clinicaldata.record.pathway.Pathway;
import io.github.clinicaldata.record.pathway.PathwayCode;
import io.github.clinicaldata.record.pathway.Risk;
import io.github.clinicaldata.record.random.AliasTable;
import io.github.clinicaldata.record.random.FixedSample;
import io.github.clinicaldata.record.random.Mixer;
import io.github.clinicaldata.record.world.MemberBlock;
import io.github.clinicaldata.record.world.PlanYears;
import java.time.LocalDate;
import java.util.ArrayList;
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

    private record Candidate(int member, Pathway pathway, int number) {}

    private final HealthTables tables = HealthTables.standard();
    private final PlanYears years;
    private final MemberDays days;
    private final long[] memberKeys;
    private final FixedSample sample;
    private final List<Candidate> candidates = new ArrayList<>();

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
     * @param count how many
     * @param chronic the chronic conditions of each member
     */
    List<MemberCondition> draw(int year, int count, List<List<MemberCondition>> chronic) {
        collect(year, SLACK, chronic);
        if (sample.size() < count) {
            collect(year, Double.POSITIVE_INFINITY, chronic);
        }
        List<MemberCondition> episodes = new ArrayList<>();
        for (int number : sample.choose(count)) {
            episodes.add(episode(candidates.get(number), year));
        }
        return episodes;
    }

    /** How many episodes there would be if each member were drawn alone. */
    int natural(int year, List<List<MemberCondition>> chronic) {
        collect(year, 1, chronic);
        return sample.size();
    }

    private void collect(int year, double slack, List<List<MemberCondition>> chronic) {
        candidates.clear();
        sample.clear();
        int first = years.firstDay(year);
        int last = years.lastDay(year);
        boolean[] has = new boolean[tables.keyCount()];
        for (int member = 0; member < MemberBlock.SIZE; member++) {
            int birth = days.birth(member);
            if (birth >= last) {
                continue;
            }
            double lived = birth <= first ? 1 : (last - birth) / (double) (last - first);
            int age = days.wholeAge(member, (Math.max(birth, first) + last) / 2);
            setActive(chronic.get(member), has, last);
            long yearKey = Mixer.combine(memberKeys[member], year);
            for (Pathway pathway : tables.episodes) {
                double rate = pathway.curve().at(days.sex(member), age);
                if (rate > 0) {
                    rate *= lived * pathway.factor(days.origin(member)) * risk(pathway, has);
                    offer(member, pathway, rate, yearKey ^ tables.key(pathway), slack);
                }
            }
            chronic.get(member).forEach(each -> has[each.pathway().ordinal()] = false);
        }
    }

    private static void setActive(List<MemberCondition> conditions, boolean[] has, int day) {
        for (int i = 0; i < conditions.size(); i++) {
            MemberCondition condition = conditions.get(i);
            has[condition.pathway().ordinal()] = condition.isActive(day);
        }
    }

    private static double risk(Pathway pathway, boolean[] has) {
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
        double once = rate < TWICE ? rate : 1 - Math.exp(-rate);
        offerOne(member, pathway, 0, once, key, slack);
        if (rate >= TWICE) {
            double twice = 1 - Math.exp(-rate) * (1 + rate);
            offerOne(member, pathway, 1, twice, key, slack);
        }
    }

    private void offerOne(
            int member, Pathway pathway, int number, double share, long key, double slack) {
        double uniform = Uniforms.of(key, number);
        if (uniform < slack * share) {
            sample.offer(uniform, share);
            candidates.add(new Candidate(member, pathway, number));
        }
    }

    private MemberCondition episode(Candidate candidate, int year) {
        int member = candidate.member();
        Pathway pathway = candidate.pathway();
        long key =
                Mixer.combine(
                        Mixer.combine(memberKeys[member], year) ^ tables.key(pathway),
                        NEXT_KEY + candidate.number());
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
        Diagnosis diagnosis = diagnosis(member, pathway, onset, Uniforms.of(key, 4));
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

    private Diagnosis diagnosis(int member, Pathway pathway, int onset, double uniform) {
        int age = days.wholeAge(member, onset);
        List<PathwayCode> codes = pathway.codes();
        double sum = 0;
        for (PathwayCode code : codes) {
            sum += fits(code, member, age) ? code.weight() : 0;
        }
        double rest = uniform * sum;
        for (PathwayCode code : codes) {
            if (fits(code, member, age)) {
                rest -= code.weight();
                if (rest < 0) {
                    return code.diagnosis();
                }
            }
        }
        return codes.get(0).diagnosis();
    }

    private boolean fits(PathwayCode code, int member, int age) {
        return code.limits().fit(days.sex(member), age)
                && code.diagnosis().fits(days.sex(member), age);
    }
}
