package io.github.clinicaldata.record.health;

import io.github.clinicaldata.record.code.Tissue;
import io.github.clinicaldata.record.pathway.Endoscopy;
import io.github.clinicaldata.record.pathway.ReportOrder;
import io.github.clinicaldata.record.random.FixedSample;
import io.github.clinicaldata.record.random.Mixer;
import io.github.clinicaldata.record.world.Sorting;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Decides which of the reports that pathways order are made, a fixed number in a block's year. */
final class ReportDraw {
    private static final String USUAL = "basic-metabolic";
    private static final double EXTRA = 0.02;

    /** What reports that are made because something was done come before all others by. */
    private static final double CERTAIN = 20;

    private static final Comparator<OrderedReport> ORDER =
            Comparator.comparingInt(OrderedReport::day)
                    .thenComparingInt(report -> report.visit().minute())
                    .thenComparingInt(report -> report.visit().member())
                    .thenComparingLong(OrderedReport::key);

    private ReportDraw() {}

    private static long time(OrderedReport report) {
        Visit visit = report.visit();
        return Sorting.time(report.day(), visit.minute(), visit.member());
    }

    static List<OrderedReport> draw(BlockHealth health, int year, int count) {
        List<OrderedReport> candidates = new ArrayList<>();
        List<Visit> visits = health.visits(year);
        FixedSample sample = health.sample();
        sample.clear();
        for (Visit visit : visits) {
            collect(health, visit, candidates, sample);
        }
        for (int i = 0; sample.size() < count; i++) {
            Visit visit = visits.get(i % visits.size());
            long key = Mixer.combine(visit.key(), -1 - i);
            candidates.add(new OrderedReport(visit, USUAL, visit.day(), key));
            sample.offer(Uniforms.of(key, 1), EXTRA);
        }
        List<OrderedReport> chosen = new ArrayList<>();
        for (int number : sample.choose(count)) {
            chosen.add(candidates.get(number));
        }
        Sorting.sort(chosen, ReportDraw::time, ORDER);
        return List.copyOf(chosen);
    }

    private static void collect(
            BlockHealth health, Visit visit, List<OrderedReport> candidates, FixedSample sample) {
        int age = health.age(visit.member(), visit.day());
        List<ReportOrder> orders = visit.rule().reports();
        Endoscopy endoscopy = visit.rule().endoscopy();
        for (int i = 0; i < orders.size(); i++) {
            ReportOrder order = orders.get(i);
            boolean certain =
                    order.pathology()
                            || order.procedure() >= 0
                            || endoscopy != null && endoscopy.report() == i;
            if (order.limits().fit(health.block().member(visit.member()).sex(), age)
                    && order.share() > 0
                    && (!order.pathology() || TakenTissue.of(visit, age) != Tissue.NONE)
                    && (order.procedure() < 0 || GivenServices.isDone(visit, order.procedure()))) {
                long key = TakenTissue.reportKey(visit, i);
                candidates.add(new OrderedReport(visit, order.panel(), visit.day(), key));
                sample.offer(Uniforms.of(key, 1), certain ? CERTAIN : order.share());
            }
        }
    }
}
