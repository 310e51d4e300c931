package io.github.clinicaldata.record.measurement;

import io.github.clinicaldata.record.Text;
import io.github.clinicaldata.record.code.Analyte;
import io.github.clinicaldata.record.code.Conclusion;
import io.github.clinicaldata.record.code.Finding;
import io.github.clinicaldata.record.code.IntRange;
import io.github.clinicaldata.record.code.Panel;
import io.github.clinicaldata.record.code.PanelKind;
import io.github.clinicaldata.record.code.PanelResult;
import io.github.clinicaldata.record.health.TakenTissue;
import io.github.clinicaldata.record.health.Visit;
import io.github.clinicaldata.record.pathway.Pathway;
import io.github.clinicaldata.record.pathway.Pathways;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A panel in the form in which its reports are made without a look-up. Immutable. */
final class PanelPlan {
    private final Panel panel;

    /** What is drawn, in an order in which each finds what it needs. */
    final Measure[] steps;

    private final int[] results;
    private final IntRange[] months;
    private final @Nullable ConditionSet[] needs;
    private final @Nullable ConditionSet[] notFor;
    private final Conclusion[] byPathway;

    PanelPlan(Panel panel, Measures measures) {
        this.panel = panel;
        List<PanelResult> of = panel.results();
        List<Analyte> wanted = of.stream().map(PanelResult::analyte).toList();
        steps = measures.steps(wanted).toArray(new Measure[0]);
        results = wanted.stream().mapToInt(Analyte::ordinal).toArray();
        months = of.stream().map(PanelResult::months).toArray(IntRange[]::new);
        needs = of.stream().map(result -> set(result.needs())).toArray(ConditionSet[]::new);
        notFor = of.stream().map(result -> set(result.notFor())).toArray(ConditionSet[]::new);
        byPathway =
                panel.conclusions().isEmpty()
                        ? new Conclusion[0]
                        : Pathways.standard().all().stream()
                                .map(this::conclusion)
                                .toArray(Conclusion[]::new);
    }

    private static @Nullable ConditionSet set(@Nullable String key) {
        return key == null ? null : ConditionSet.of(key);
    }

    private Conclusion conclusion(Pathway pathway) {
        Conclusion conclusion = panel.conclusionFor(pathway.key(), pathway.category().toString());
        return conclusion == null ? normal() : conclusion;
    }

    private Conclusion normal() {
        Conclusion normal = panel.conclusion(Conclusion.NORMAL);
        if (normal == null) {
            throw new IllegalStateException(panel + " has no conclusion " + Conclusion.NORMAL);
        }
        return normal;
    }

    /** How many results it can have. */
    int size() {
        return results.length;
    }

    /** The analyte of a result. */
    int analyte(int result) {
        return results[result];
    }

    /** Whether somebody has a result, where there is a value. */
    boolean gives(int result, Patient patient, Pathway reason) {
        ConditionSet needed = needs[result];
        ConditionSet excluded = notFor[result];
        return months[result].contains(patient.months)
                && (needed == null || needed.meets(patient.active))
                && (excluded == null || !excluded.has(reason.ordinal()));
    }

    /**
     * What the report says.
     *
     * @param visit at which it was ordered
     * @param passed whether that is an illness that has passed
     */
    @Nullable Text conclusion(Patient patient, Specimen values, Visit visit, boolean passed) {
        if (byPathway.length == 0) {
            return null;
        }
        Conclusion conclusion =
                passed && panel.kind() == PanelKind.IMAGING
                        ? normal()
                        : byPathway[visit.pathway().ordinal()];
        for (Finding finding : panel.findings()) {
            if (finding.months().contains(patient.months)
                    && finding.replaces(conclusion.key())
                    && holds(finding, values)) {
                return finding.text();
            }
        }
        // of the visit alone, so that what is seen and what the pathologist finds agree
        return conclusion.text(
                visit.diagnosis().code().toString(),
                patient.months,
                code -> patient.isFollowedBy(visit, code),
                TakenTissue.wording(visit));
    }

    private static boolean holds(Finding finding, Specimen values) {
        for (Finding.Bound bound : finding.bounds()) {
            int ordinal = bound.analyte().ordinal();
            double value = values.get(ordinal) / StrictMath.pow(10, bound.analyte().decimals());
            if (!values.has(ordinal) || value <= bound.above() || value >= bound.below()) {
                return false;
            }
        }
        return true;
    }
}
