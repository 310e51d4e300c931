package io.github.clinicaldata.record.medication;

import io.github.clinicaldata.record.Text;
import io.github.clinicaldata.record.code.Drug;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Which classes of drugs do the same, so that nobody takes two of them, and of which classes one
 * condition may need two drugs. Source: the warnings on duplicate therapy in FDA labelling;
 * approximate.
 */
final class DrugClasses {
    private static final SortedMap<Text, Text> SAME = new TreeMap<>();
    private static final SortedSet<Text> TOGETHER = new TreeSet<>();

    private static final SortedMap<Text, Integer> EFFECTS = new TreeMap<>();

    static {
        for (Drug drug : Drug.standard().all()) {
            EFFECTS.putIfAbsent(drug.drugClass(), EFFECTS.size());
        }
        same("ace-inhibitor", "angiotensin-receptor-blocker", "neprilysin-inhibitor");
        same("ssri", "snri");
        same("inhaled-corticosteroid", "inhaled-corticosteroid-combination");
        same("glp-1-agonist", "dpp-4-inhibitor");
        same("estrogen", "estrogen-receptor-modulator");
        for (String each :
                new String[] {
                    "insulin",
                    "bronchodilator",
                    "anticholinergic-bronchodilator",
                    "laxative",
                    "nitrate",
                    "estrogen",
                    "anticonvulsant",
                    "nicotine-replacement",
                    "opioid-antagonist",
                    "iron"
                }) {
            TOGETHER.add(Text.of(each));
        }
    }

    private DrugClasses() {}

    private static void same(String first, String... others) {
        for (String other : others) {
            SAME.put(Text.of(other), Text.of(first));
        }
    }

    /**
     * A number that all classes share that do the same.
     *
     * @throws IllegalStateException when no drug has the class
     */
    static int effect(Text drugClass) {
        Integer effect = EFFECTS.get(SAME.getOrDefault(drugClass, drugClass));
        if (effect == null) {
            throw new IllegalStateException("drugs.csv has no class " + drugClass);
        }
        return effect;
    }

    /** Whether a condition may need two drugs of the class. */
    static boolean goTogether(Text drugClass) {
        return TOGETHER.contains(drugClass);
    }
}
