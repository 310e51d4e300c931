package io.github.clinicaldata.record.medication;

import io.github.clinicaldata.record.health.Visit;
import io.github.clinicaldata.record.pathway.Pathway;
import io.github.clinicaldata.record.pathway.Pathways;
import io.github.clinicaldata.record.pathway.VisitRule;
import java.util.List;

/** The choices of drugs of all pathways and visits. Immutable. */
final class DrugChoices {
    private static final class Holder {
        static final DrugChoices STANDARD = new DrugChoices();
    }

    private static final DrugChoice[] NONE = {};

    private final DrugChoice[][] ofPathways;
    private final DrugChoice[][][] ofVisits;

    private DrugChoices() {
        List<Pathway> pathways = Pathways.standard().all();
        ofPathways = new DrugChoice[pathways.size()][];
        ofVisits = new DrugChoice[pathways.size()][][];
        for (Pathway pathway : pathways) {
            ofPathways[pathway.ordinal()] = DrugChoice.of(pathway.medications());
            ofVisits[pathway.ordinal()] =
                    pathway.visits().stream()
                            .map(rule -> DrugChoice.of(rule.medications()))
                            .toArray(DrugChoice[][]::new);
        }
    }

    /** The choices of the product, made once. */
    static DrugChoices standard() {
        return Holder.STANDARD;
    }

    /** The drugs of a condition. */
    DrugChoice[] of(Pathway pathway) {
        return ofPathways[pathway.ordinal()];
    }

    /** The drugs of a visit itself. */
    DrugChoice[] of(Visit visit) {
        VisitRule rule = visit.rule();
        if (rule.medications().isEmpty()) {
            return NONE;
        }
        List<VisitRule> rules = visit.pathway().visits();
        int number = 0;
        while (rules.get(number) != rule) {
            number++;
        }
        return ofVisits[visit.pathway().ordinal()][number];
    }
}
