package io.github.clinicaldata.record.health;

import io.github.clinicaldata.record.pathway.Course;
import io.github.clinicaldata.record.pathway.Pathway;
import io.github.clinicaldata.record.pathway.Pathways;
import io.github.clinicaldata.record.pathway.Start;
import io.github.clinicaldata.record.random.AliasTable;
import io.github.clinicaldata.record.random.Mixer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The pathways, sorted by how they begin. Immutable. */
final class HealthTables {
    private static final class Holder {
        static final HealthTables STANDARD = new HealthTables();
    }

    /** Conditions that stay. */
    final Pathway[] chronic;

    /** Episodes of which a member has some by chance. */
    final Pathway[] episodes;

    /** Pregnancies that end with the birth of a child. */
    final Pathway[] pregnancies;

    /** Reasons for visits that are no condition. */
    final Pathway[] checkUps;

    /** What happens at a birth. */
    final Pathway[] births;

    private final long[] keys;
    private final @Nullable AliasTable[] seasons;

    private HealthTables() {
        List<Pathway> all = Pathways.standard().all();
        chronic = select(all, Course.CHRONIC, null);
        Pathway[] acute = select(all, Course.ACUTE, Start.ANY_DAY);
        Pathway[] losses = select(all, Course.PREGNANCY, Start.ANY_DAY);
        episodes = new Pathway[acute.length + losses.length];
        System.arraycopy(acute, 0, episodes, 0, acute.length);
        System.arraycopy(losses, 0, episodes, acute.length, losses.length);
        pregnancies = select(all, Course.PREGNANCY, Start.CONCEPTION);
        checkUps = select(all, Course.PREVENTIVE, null);
        births = select(all, Course.ACUTE, Start.BIRTH);
        keys = all.stream().mapToLong(pathway -> Mixer.hash(pathway.key())).toArray();
        seasons = all.stream().map(HealthTables::season).toArray(AliasTable[]::new);
    }

    private static Pathway[] select(List<Pathway> all, Course course, @Nullable Start start) {
        return all.stream()
                .filter(each -> each.course() == course)
                .filter(each -> start == null || each.start() == start)
                .toArray(Pathway[]::new);
    }

    private static @Nullable AliasTable season(Pathway pathway) {
        return pathway.season().isEmpty()
                ? null
                : AliasTable.of(
                        pathway.season().stream().mapToDouble(Double::doubleValue).toArray());
    }

    /** The tables of the product, made once. */
    static HealthTables standard() {
        return Holder.STANDARD;
    }

    /** How many pathways there are. */
    int keyCount() {
        return keys.length;
    }

    /** The pathway of a key, or null. */
    @Nullable Pathway find(String key) {
        return Pathways.standard().find(key).orElse(null);
    }

    /** The key of the random numbers of a pathway. */
    long key(Pathway pathway) {
        return keys[pathway.ordinal()];
    }

    /** The months in which it happens, or null where all are alike. */
    @Nullable AliasTable season(int ordinal) {
        return seasons[ordinal];
    }
}
