package io.github.clinicaldata.record.measurement;

import io.github.clinicaldata.record.Text;
import io.github.clinicaldata.record.code.Analyte;
import io.github.clinicaldata.record.code.Analytes;
import io.github.clinicaldata.record.code.Panel;
import io.github.clinicaldata.record.code.Panels;
import io.github.clinicaldata.record.code.VitalSign;
import io.github.clinicaldata.record.code.VitalSigns;
import io.github.clinicaldata.record.health.BlockHealth;
import io.github.clinicaldata.record.health.MemberCondition;
import io.github.clinicaldata.record.health.Visit;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is found when members are examined. An analyte has the same value in all that is found of a
 * member on a day. Not safe for use by several threads.
 */
public final class Measurements {
    private static final Measures MEASURES = Measures.standard();

    private static final PanelPlan[] PANELS =
            Panels.standard().all().stream()
                    .map(panel -> new PanelPlan(panel, MEASURES))
                    .toArray(PanelPlan[]::new);

    private static final Measure[][] SIGNS =
            VitalSigns.standard().all().stream()
                    .map(sign -> MEASURES.steps(sign.analytes()).toArray(new Measure[0]))
                    .toArray(Measure[][]::new);

    private static final ResultMaker[] MAKERS =
            Analytes.standard().all().stream().map(ResultMaker::new).toArray(ResultMaker[]::new);

    private final Patient patient;
    private final Specimen values = new Specimen(MEASURES.count());

    /** The measurements in the population of a seed. */
    public Measurements(long seed) {
        patient = new Patient(seed);
    }

    /** Turns to a block of members in a year; what follows must be of it. */
    public void turnTo(BlockHealth health, int year) {
        patient.turnTo(health, year);
    }

    /** Draws what a panel has that was ordered at a visit, for the day of the specimen. */
    public void examine(Panel panel, Visit visit, int day) {
        draw(PANELS[panel.ordinal()].steps, visit, day);
    }

    /** Draws a vital sign of a visit. */
    public void examine(VitalSign sign, Visit visit) {
        draw(SIGNS[sign.ordinal()], visit, visit.day());
    }

    /** The age of the member of a visit on its day, in completed months; rough from three years. */
    public int months(Visit visit) {
        patient.turnTo(visit, visit.day());
        return patient.months;
    }

    private void draw(Measure[] steps, Visit visit, int day) {
        patient.turnTo(visit, day);
        values.clear();
        for (Measure step : steps) {
            step.draw(patient, values);
        }
    }

    /** The results of the panel that was examined last. */
    public List<Result> results(Panel panel, Visit visit, OffsetDateTime observed) {
        PanelPlan plan = PANELS[panel.ordinal()];
        Result[] results = new Result[plan.size()];
        int count = 0;
        for (int i = 0; i < results.length; i++) {
            int analyte = plan.analyte(i);
            if (values.has(analyte) && plan.gives(i, patient, visit.pathway())) {
                results[count++] = MAKERS[analyte].of(values.get(analyte), patient, observed);
            }
        }
        return List.of(count == results.length ? results : Arrays.copyOf(results, count));
    }

    /** What the report of the panel says that was examined last, or null. */
    public @Nullable Text conclusion(Panel panel, Visit visit) {
        MemberCondition condition = visit.condition();
        boolean passed = condition != null && visit.day() > condition.end();
        return PANELS[panel.ordinal()].conclusion(patient, values, visit, passed);
    }

    /** The result of an analyte of what was examined last, or null where it has none. */
    public @Nullable Result result(Analyte analyte, OffsetDateTime observed) {
        int ordinal = analyte.ordinal();
        return values.has(ordinal)
                ? MAKERS[ordinal].of(values.get(ordinal), patient, observed)
                : null;
    }
}
