package io.github.clinicaldata.record.diagnosticreport;

import io.github.clinicaldata.record.code.Panel;
import io.github.clinicaldata.record.code.Panels;
import io.github.clinicaldata.record.health.BlockHealth;
import io.github.clinicaldata.record.health.OrderedReport;
import io.github.clinicaldata.record.health.Visit;
import java.util.List;

/** The reports of a block in a year, with their panels and the numbers of their visits. */
public final class ReportYear {
    private final BlockHealth health;
    private final int year;
    private final List<OrderedReport> reports;
    private final Panel[] panels;
    private final int[] visits;

    /** The reports of a plan year. */
    public ReportYear(BlockHealth health, int year) {
        this.health = health;
        this.year = year;
        reports = health.reports(year);
        panels = new Panel[reports.size()];
        visits = new int[reports.size()];
        List<Visit> all = health.visits(year);
        int from = 0;
        for (int i = 0; i < panels.length; i++) {
            OrderedReport report = reports.get(i);
            panels[i] = Panels.standard().get(report.panel());
            while (all.get(from).day() < report.day()) {
                from++;
            }
            int visit = from;
            while (all.get(visit) != report.visit()) {
                visit++;
            }
            visits[i] = visit;
        }
    }

    /** Whether these are the reports of a block in a year. */
    public boolean isOf(BlockHealth block, int ofYear) {
        return health == block && year == ofYear;
    }

    /** How many there are. */
    public int size() {
        return panels.length;
    }

    /** The order of a report. */
    public OrderedReport report(int number) {
        return reports.get(number);
    }

    /** What was ordered. */
    public Panel panel(int number) {
        return panels[number];
    }

    /** The number of its visit among those of the year. */
    public int visit(int number) {
        return visits[number];
    }
}
