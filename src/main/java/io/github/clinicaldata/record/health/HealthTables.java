package io.github.clinicaldata.record.health;

import io.github.clinicaldata.record.pathway.AgeCurve;
import io.github.clinicaldata.record.pathway.Course;
import io.github.clinicaldata.record.pathway.Pathway;
import io.github.clinicaldata.record.pathway.Pathways;
import io.github.clinicaldata.record.pathway.Risk;
import io.github.clinicaldata.record.pathway.Start;
import io.github.clinicaldata.record.person.Origin;
import io.github.clinicaldata.record.person.Sex;
import io.github.clinicaldata.record.random.AliasTable;
import io.github.clinicaldata.record.random.Mixer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The pathways, sorted by how they begin and by the sexes and ages that have them. Immutable. */
final class HealthTables {
    /** The plan years that a chronic condition can begin in, and what is left of the last one. */
    private static final int AHEAD = 7;

    private static final class Holder {
        static final HealthTables STANDARD = new HealthTables();
    }

    /** The pathways that somebody of a sex and an age can have, in their order. */
    static final class Possible {
        final Pathway[] pathways;
        final long[] keys;

        /** The highest share or rate of anybody of this sex and age, but for the origin. */
        final double[] most;

        private Possible(List<Pathway> pathways, long[] keys, double[] most) {
            this.pathways = pathways.toArray(new Pathway[0]);
            this.keys = keys;
            this.most = most;
        }
    }

    /** Pregnancies that end with the birth of a child. */
    final Pathway[] pregnancies;

    /** Reasons for visits that are no condition. */
    final Pathway[] checkUps;

    /** What happens at a birth. */
    final Pathway[] births;

    private final Possible[][] chronic;
    private final Possible[][] episodes;
    private final long[] keys;
    private final double[][] factors;
    private final Pathway[][] excluded;
    private final int[] reaches;
    private final @Nullable AliasTable[] seasons;

    private HealthTables() {
        List<Pathway> all = Pathways.standard().all();
        keys = all.stream().mapToLong(pathway -> Mixer.hash(pathway.key())).toArray();
        factors = all.stream().map(HealthTables::factors).toArray(double[][]::new);
        excluded = all.stream().map(HealthTables::excludedBy).toArray(Pathway[][]::new);
        reaches = all.stream().mapToInt(HealthTables::lastDayOf).toArray();
        seasons = all.stream().map(HealthTables::season).toArray(AliasTable[]::new);
        chronic =
                byAge(all.stream().filter(each -> each.course() == Course.CHRONIC).toList(), true);
        episodes = byAge(all.stream().filter(HealthTables::isEpisode).toList(), false);
        pregnancies = select(all, Course.PREGNANCY, Start.CONCEPTION);
        checkUps = select(all, Course.PREVENTIVE, null);
        births = select(all, Course.ACUTE, Start.BIRTH);
    }

    private static boolean isEpisode(Pathway pathway) {
        return pathway.start() == Start.ANY_DAY
                && (pathway.course() == Course.ACUTE || pathway.course() == Course.PREGNANCY);
    }

    private static Pathway[] select(List<Pathway> all, Course course, @Nullable Start start) {
        return all.stream()
                .filter(each -> each.course() == course)
                .filter(each -> start == null || each.start() == start)
                .toArray(Pathway[]::new);
    }

    private static double[] factors(Pathway pathway) {
        return Origin.ALL.stream().mapToDouble(pathway::factor).toArray();
    }

    private static Pathway[] excludedBy(Pathway pathway) {
        return pathway.risks().stream()
                .filter(risk -> risk.times() == 0)
                .map(Risk::condition)
                .toArray(Pathway[]::new);
    }

    private static int lastDayOf(Pathway pathway) {
        return pathway.visits().stream()
                .mapToInt(rule -> Math.max(rule.after().high(), rule.until()))
                .max()
                .orElse(0);
    }

    private static @Nullable AliasTable season(Pathway pathway) {
        return pathway.season().isEmpty()
                ? null
                : AliasTable.of(
                        pathway.season().stream().mapToDouble(Double::doubleValue).toArray());
    }

    private Possible[][] byAge(List<Pathway> pathways, boolean ahead) {
        Possible[][] possible = new Possible[Sex.values().length][AgeCurve.AGES];
        for (Sex sex : Sex.values()) {
            for (int age = 0; age < AgeCurve.AGES; age++) {
                int from = age;
                List<Pathway> fitting =
                        pathways.stream().filter(each -> most(each, sex, from, ahead) > 0).toList();
                possible[sex.ordinal()][age] =
                        new Possible(
                                fitting,
                                fitting.stream().mapToLong(this::key).toArray(),
                                fitting.stream()
                                        .mapToDouble(each -> most(each, sex, from, ahead))
                                        .toArray());
            }
        }
        return possible;
    }

    private static double most(Pathway pathway, Sex sex, int age, boolean ahead) {
        double most = 0;
        for (int at = age; at <= age + (ahead ? AHEAD : 0); at++) {
            most = Math.max(most, pathway.curve().at(sex, at));
        }
        for (Risk risk : pathway.risks()) {
            most *= Math.max(1, risk.times());
        }
        return most;
    }

    /** The tables of the product, made once. */
    static HealthTables standard() {
        return Holder.STANDARD;
    }

    /** How many pathways there are. */
    int keyCount() {
        return keys.length;
    }

    /** The conditions that stay which somebody of an age has or gets in the plan years. */
    Possible chronic(Sex sex, int age) {
        return chronic[sex.ordinal()][age];
    }

    /** The episodes that somebody of an age has by chance. */
    Possible episodes(Sex sex, int age) {
        return episodes[sex.ordinal()][age];
    }

    /** The pathway of a key, or null. */
    @Nullable Pathway find(String key) {
        return Pathways.standard().find(key).orElse(null);
    }

    /** The key of the random numbers of a pathway. */
    long key(Pathway pathway) {
        return keys[pathway.ordinal()];
    }

    /** The factor of a group of people. */
    double factor(Pathway pathway, Origin origin) {
        return factors[pathway.ordinal()][origin.ordinal()];
    }

    /** Conditions that nobody has together with another. */
    Pathway[] excluded(Pathway pathway) {
        return excluded[pathway.ordinal()];
    }

    /** Days from the start of an episode or check-up to its last visit, at most. */
    int reach(Pathway pathway) {
        return reaches[pathway.ordinal()];
    }

    /** The months in which it happens, or null where all are alike. */
    @Nullable AliasTable season(int ordinal) {
        return seasons[ordinal];
    }
}
