package io.github.clinicaldata.record.code;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** All analytes: those of laboratories and studies, then vital signs and scores. Immutable. */
public final class Analytes {
    private static final String LABORATORY = "codes/analytes.yaml";
    private static final String VITALS = "codes/vitals.yaml";

    private static final class Holder {
        static final Analytes STANDARD = new Analytes();
    }

    private final List<Analyte> all;
    private final Keyed<Analyte> byKey;

    private Analytes() {
        List<Analyte> analytes = new ArrayList<>();
        for (String file : new String[] {LABORATORY, VITALS}) {
            YamlNode root = YamlNode.read(file);
            double observed = root.number("observed", 0);
            for (YamlNode node : root.list("analytes")) {
                analytes.add(new AnalyteReader(node).read(analytes.size(), observed));
            }
        }
        all = List.copyOf(analytes);
        byKey = Keyed.of(LABORATORY + " and " + VITALS, all, analyte -> analyte.key().toString());
        for (Analyte analyte : all) {
            analyte.links().needed().forEach(byKey::get);
            Optional.ofNullable(analyte.links().correlatedWith()).ifPresent(byKey::get);
        }
    }

    /** The analytes of the product, read once. */
    public static Analytes standard() {
        return Holder.STANDARD;
    }

    /** All of them; the position of each is its ordinal. */
    public List<Analyte> all() {
        return all;
    }

    /**
     * The analyte of a key.
     *
     * @throws IllegalStateException when there is none
     */
    public Analyte get(String key) {
        return byKey.get(key);
    }
}
