package io.github.clinicaldata.record.observation;

import io.github.clinicaldata.record.Text;
import io.github.clinicaldata.record.code.Analytes;
import io.github.clinicaldata.record.code.PanelKind;
import io.github.clinicaldata.record.code.VitalSign;
import io.github.clinicaldata.record.code.VitalSigns;
import io.github.clinicaldata.record.diagnosticreport.ReportTimes;
import io.github.clinicaldata.record.diagnosticreport.ReportYear;
import io.github.clinicaldata.record.health.BlockHealth;
import io.github.clinicaldata.record.health.OrderedReport;
import io.github.clinicaldata.record.health.Uniforms;
import io.github.clinicaldata.record.health.Visit;
import io.github.clinicaldata.record.measurement.Measurements;
import io.github.clinicaldata.record.measurement.Result;
import io.github.clinicaldata.record.place.LocalTimes;
import io.github.clinicaldata.record.place.State;
import io.github.clinicaldata.record.random.FixedSample;
import io.github.clinicaldata.record.random.Mixer;
import io.github.clinicaldata.record.world.EventSpace;
import io.github.clinicaldata.record.world.Sorting;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Decides on the observations of a block in a year, a fixed number of them: of all that is taken at
 * visits and of all results of laboratories, each with its share.
 */
final class ObservationDraw {
    /**
     * Observations of a block in each plan year: about those of the shares in the tables. Ids have
     * room for 8,192 in all years together.
     */
    static final EventSpace SPACE = new EventSpace(0, 1225, 1252, 1279, 1297, 1312, 1319);

    private static final int FIRST_KEY = 40;
    private static final int SET_KEY = 30;
    private static final int MINUTE_KEY = 31;
    private static final int MOST_MINUTES = 9;
    private static final int LAST_MINUTE = 24 * 60 - 1;

    /** The share of what is taken twice where a block has too little else. */
    private static final double RARELY = 0.01;

    private static final VitalSign AGAIN =
            VitalSigns.standard().all().stream()
                    .filter(sign -> sign.key().equals(Text.of("heart-rate")))
                    .findFirst()
                    .orElseThrow();

    private static final SignPlan[] SIGNS =
            VitalSigns.standard().all().stream().map(SignPlan::new).toArray(SignPlan[]::new);

    private static final Comparator<ObservationEvent> ORDER =
            Comparator.<ObservationEvent>comparingInt(event -> event.visit().day())
                    .thenComparingInt(ObservationEvent::minute)
                    .thenComparingInt(event -> event.visit().member())
                    .thenComparingInt(ObservationEvent::visitNumber)
                    .thenComparingInt(ObservationEvent::rank)
                    .thenComparingInt(ObservationEvent::report);

    /** Time, number of the visit and rank: as many bits as each takes. */
    private static long time(ObservationEvent event) {
        Visit visit = event.visit();
        long time = Sorting.time(visit.day(), event.minute(), visit.member());
        return (time << 9 | event.visitNumber()) << 10 | event.rank();
    }

    private final LocalTimes clocks = LocalTimes.standard();
    private final Measurements measurements;
    private final ReportTimes times = new ReportTimes();
    private final List<ObservationEvent> candidates = new ArrayList<>();
    private final boolean[] offered = new boolean[Analytes.standard().all().size()];

    ObservationDraw(Measurements measurements) {
        this.measurements = measurements;
    }

    /** Draws. */
    List<ObservationEvent> draw(BlockHealth health, int year) {
        int count = SPACE.slots(year);
        collect(health, year);
        FixedSample sample = health.sample();
        List<Visit> visits = health.visits(year);
        for (int i = 0; sample.size() < count; i++) {
            int number = i % visits.size();
            long key = Mixer.combine(visits.get(number).key(), FIRST_KEY + (long) i);
            int minute = Math.min(LAST_MINUTE, minute(visits.get(number)) + MOST_MINUTES);
            addSign(visits.get(number), number, minute, AGAIN);
            sample.offer(Uniforms.of(key, 1), RARELY);
        }
        List<ObservationEvent> chosen = new ArrayList<>(count);
        for (int number : sample.choose(count)) {
            chosen.add(candidates.get(number));
        }
        Sorting.sort(chosen, ObservationDraw::time, ORDER);
        return List.copyOf(chosen);
    }

    /** How many there would be if each were drawn alone. */
    double natural(BlockHealth health, int year) {
        collect(health, year);
        return health.sample().expected();
    }

    private void collect(BlockHealth health, int year) {
        // drawn first, since they use the same sample
        ReportYear reports = new ReportYear(health, year);
        measurements.turnTo(health, year);
        candidates.clear();
        health.sample().clear();
        List<Visit> visits = health.visits(year);
        for (int i = 0; i < visits.size(); i++) {
            if (SignPlan.isTaken(visits.get(i))) {
                offerSigns(health.sample(), visits.get(i), i);
            }
        }
        int visit = -1;
        for (int i = 0; i < reports.size(); i++) {
            if (reports.panel(i).kind() == PanelKind.LABORATORY) {
                if (reports.visit(i) != visit) {
                    visit = reports.visit(i);
                    Arrays.fill(offered, false);
                }
                offerResults(health, reports, i);
            }
        }
    }

    private static int minute(Visit visit) {
        int minutes = 1 + (int) (MOST_MINUTES * Uniforms.of(visit.key(), MINUTE_KEY));
        return Math.min(LAST_MINUTE, visit.minute() + minutes);
    }

    private void addSign(Visit visit, int number, int minute, VitalSign sign) {
        candidates.add(new ObservationEvent(visit, number, minute, sign, -1, null));
    }

    private void offerSigns(FixedSample sample, Visit visit, int number) {
        int months = measurements.months(visit);
        int minute = minute(visit);
        double ofSet = Uniforms.of(visit.key(), SET_KEY);
        for (SignPlan plan : SIGNS) {
            double share = plan.share(visit, months);
            if (share <= 0) {
                continue;
            }
            addSign(visit, number, minute, plan.sign);
            if (share == 1) {
                sample.require();
            } else {
                double own = Uniforms.of(visit.key(), FIRST_KEY + (long) plan.sign.ordinal());
                sample.offer(plan.sign.partOfSet() ? ofSet : own, share);
            }
        }
    }

    private void offerResults(BlockHealth health, ReportYear reports, int number) {
        OrderedReport report = reports.report(number);
        Visit visit = report.visit();
        State state = health.block().member(visit.member()).address().place().state();
        times.turnTo(report, reports.panel(number));
        OffsetDateTime collected = clocks.at(state, report.day(), times.collected());
        measurements.examine(reports.panel(number), visit, report.day());
        for (Result result : measurements.results(reports.panel(number), visit, collected)) {
            double share = result.analyte().observed();
            int ordinal = result.analyte().ordinal();
            // panels of one visit have results in common
            if (share > 0 && !offered[ordinal]) {
                offered[ordinal] = true;
                candidates.add(
                        new ObservationEvent(
                                visit,
                                reports.visit(number),
                                times.collected(),
                                null,
                                number,
                                result));
                health.sample().offer(Uniforms.of(report.key(), FIRST_KEY + (long) ordinal), share);
            }
        }
    }
}
