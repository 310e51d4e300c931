package io.github.clinicaldata.record.pathway;

import io.github.clinicaldata.record.code.ReferenceTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** All pathways in the order in which they are decided. Immutable. */
public final class Pathways {
    private static final class Holder {
        static final Pathways STANDARD = new Pathways();
    }

    private final SortedMap<String, Pathway> byKey = new TreeMap<>();
    private final List<Pathway> all = new ArrayList<>();

    private Pathways() {
        ReferenceTable.read("pathways/pathways.csv").stream()
                .map(row -> row.getField("pathway"))
                .forEach(
                        key -> {
                            Pathway pathway = new PathwayReader(key).read(all.size(), byKey);
                            byKey.put(key, pathway);
                            all.add(pathway);
                        });
    }

    /** The pathways of the product, read once. */
    public static Pathways standard() {
        return Holder.STANDARD;
    }

    /** All pathways; the position of each is its ordinal. */
    public List<Pathway> all() {
        return List.copyOf(all);
    }

    /** The keys of all pathways in their order. */
    public static List<String> keys() {
        return ReferenceTable.read("pathways/pathways.csv").stream()
                .map(row -> row.getField("pathway"))
                .toList();
    }

    /** The pathways of a course. */
    public List<Pathway> of(Course course) {
        return all.stream().filter(pathway -> pathway.course() == course).toList();
    }

    /** The pathway of a key. */
    public Optional<Pathway> find(String key) {
        return Optional.ofNullable(byKey.get(key));
    }
}
