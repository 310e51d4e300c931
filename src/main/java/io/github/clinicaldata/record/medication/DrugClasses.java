package io.github.clinicaldata.record.medication;

import io.github.clinicaldata.record.Text;
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

    static {
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

    /** The class that stands for all that do the same as a class. */
    static Text effect(Text drugClass) {
        return SAME.getOrDefault(drugClass, drugClass);
    }

    /** Whether a condition may need two drugs of the class. */
    static boolean goTogether(Text drugClass) {
        return TOGETHER.contains(drugClass);
    }
}
