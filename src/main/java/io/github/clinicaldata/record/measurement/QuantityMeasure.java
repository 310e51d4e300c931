package io.github.clinicaldata.record.measurement;

import io.github.clinicaldata.record.code.Analyte;
import io.github.clinicaldata.record.code.AnalyteEffect;
import io.github.clinicaldata.record.code.AnalyteLinks;
import io.github.clinicaldata.record.code.Distribution;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Draws a quantity: a member's own mean, and the deviation of the day from it. */
final class QuantityMeasure extends Measure {
    /** Years after the onset of a condition at which its trend ends. */
    private static final double LONGEST_TREND = 10;

    /** By how much what moves with another is at least below it: mm[Hg] of blood pressure. */
    private static final double PULSE = 20;

    private static final double HALF = 0.5;

    private final boolean log;
    private final @Nullable Growth growth;
    private final Row[] normal;
    private final ConditionSet[] conditions;
    private final Row[][] effects;
    private final boolean ramps;
    private final int notIf;
    private final double notFrom;
    private final int atMost;
    private final int atLeast;
    private final double below;
    private ConditionSet any = ConditionSet.of("");

    QuantityMeasure(Analyte analyte, Distribution distribution, Measures measures) {
        super(analyte, measures);
        log = distribution.log();
        growth = distribution.interpolated() ? new Growth(distribution) : null;
        normal =
                distribution.normal().stream()
                        .map(r -> new Row(r, distribution))
                        .toArray(Row[]::new);
        List<AnalyteEffect> known =
                distribution.effects().stream()
                        .filter(effect -> !ConditionSet.of(effect.condition()).isEmpty())
                        .toList();
        conditions = new ConditionSet[known.size()];
        effects = new Row[known.size()][];
        boolean anyRamp = false;
        for (int i = 0; i < conditions.length; i++) {
            conditions[i] = ConditionSet.of(known.get(i).condition());
            any = any.or(conditions[i]);
            effects[i] =
                    known.get(i).rows().stream()
                            .map(row -> new Row(row, distribution))
                            .toArray(Row[]::new);
            for (Row row : effects[i]) {
                anyRamp |= row.rampYears > 0;
            }
        }
        ramps = anyRamp;
        AnalyteLinks links = analyte.links();
        notIf = measures.ordinal(links.notIf());
        notFrom = links.notFrom();
        atLeast = measures.ordinal(links.atLeast());
        atMost = measures.ordinal(links.movesWith() == null ? links.atMost() : links.movesWith());
        below = links.movesWith() == null ? 0 : PULSE;
    }

    private static @Nullable Row fitting(Row[] rows, Patient patient, int pathway) {
        for (Row row : rows) {
            if (pathway < 0 ? row.fits(patient) : row.fits(patient, pathway)) {
                return row;
            }
        }
        return null;
    }

    @Override
    void draw(Patient patient, Specimen values) {
        if (!analyte.months().contains(patient.months)) {
            return;
        }
        if (notIf >= 0 && values.has(notIf) && values.get(notIf) >= notFrom) {
            return;
        }
        Row usual = fitting(normal, patient, -1);
        int effect = effect(patient);
        int pathway = effect < 0 ? -1 : pathway(effect, patient);
        Row changed = effect < 0 ? null : fitting(effects[effect], patient, pathway);
        double weight = changed == null ? 0 : weight(changed, effect, pathway, patient);
        boolean isPresent = weight >= HALF && isActive(effect, patient);
        Row bounds = isPresent || usual == null ? changed : usual;
        if (bounds == null) {
            return;
        }
        double center = center(patient, usual, changed, pathway, weight);
        double value = center + bounds.within * deviation(patient);
        value = log ? StrictMath.exp(value) : value;
        long found = rounded(Math.min(bounds.max, Math.max(bounds.min, value)));
        if (atMost >= 0 && values.has(atMost)) {
            found = Math.min(found, values.get(atMost) - rounded(below));
        }
        if (atLeast >= 0 && values.has(atLeast)) {
            found = Math.max(found, values.get(atLeast));
        }
        values.put(ordinal, found);
    }

    private boolean isActive(int effect, Patient patient) {
        return effect >= 0 && conditions[effect].meets(patient.active);
    }

    /** The ordinal of the member's condition that is meant. */
    private int pathway(int effect, Patient patient) {
        int pathway = conditions[effect].firstOf(patient.active);
        return pathway < 0 ? conditions[effect].firstOf(patient.chronic) : pathway;
    }

    /** The first condition that counts and has a row for the member; -1 for none. */
    private int effect(Patient patient) {
        if (!any.meets(patient.active) && !(ramps && any.meets(patient.chronic))) {
            return -1;
        }
        for (int i = 0; i < conditions.length; i++) {
            if (isActive(i, patient) || ramps && conditions[i].meets(patient.chronic)) {
                int pathway = pathway(i, patient);
                Row row = fitting(effects[i], patient, pathway);
                if (row != null && weight(row, i, pathway, patient) > 0) {
                    return i;
                }
            }
        }
        return -1;
    }

    /** How far a condition has come, 0 to 1. */
    private double weight(Row row, int effect, int pathway, Patient patient) {
        if (row.rampYears == 0) {
            return isActive(effect, patient) ? patient.presence(pathway) : 0;
        }
        double begun = patient.yearsSince(pathway) / row.rampYears + HALF;
        double left = patient.yearsUntilEnd(pathway) / row.rampYears + HALF;
        return Math.max(0, Math.min(1, Math.min(begun, left)));
    }

    private double center(
            Patient patient,
            @Nullable Row usual,
            @Nullable Row changed,
            int pathway,
            double weight) {
        double place = place(patient);
        double usualSd = 0;
        double without = 0;
        if (usual != null) {
            usualSd = growth == null ? usual.sd : growth.sd(patient);
            without = (growth == null ? usual.mean() : growth.mean(patient)) + place * usualSd;
        }
        if (changed == null) {
            return without;
        }
        double with = changed.own(place, without, usualSd);
        if (changed.trend != 0) {
            double years = Math.max(0, patient.yearsSince(pathway));
            with += changed.trend * Math.min(LONGEST_TREND, years);
        }
        return usual == null ? with : weight * with + (1 - weight) * without;
    }

    @Override
    double standing(Patient patient) {
        Row usual = fitting(normal, patient, -1);
        int effect = effect(patient);
        Row row = effect < 0 ? usual : fitting(effects[effect], patient, pathway(effect, patient));
        if (row == null) {
            return deviation(patient);
        }
        double sd = Double.isNaN(row.sd) ? usual == null ? 0 : usual.sd : row.sd;
        double both = sd * sd + row.within * row.within;
        return both == 0
                ? deviation(patient)
                : (place(patient) * sd + deviation(patient) * row.within) / StrictMath.sqrt(both);
    }
}
