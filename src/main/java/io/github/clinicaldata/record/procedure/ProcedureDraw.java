package io.github.clinicaldata.record.procedure;

import io.github.clinicaldata.record.health.BlockHealth;
import io.github.clinicaldata.record.health.GivenServices;
import io.github.clinicaldata.record.health.OrderedReport;
import io.github.clinicaldata.record.health.Uniforms;
import io.github.clinicaldata.record.health.Visit;
import io.github.clinicaldata.record.pathway.ProcedureOrder;
import io.github.clinicaldata.record.pathway.ServiceOrder;
import io.github.clinicaldata.record.pathway.VisitRule;
import io.github.clinicaldata.record.random.FixedSample;
import io.github.clinicaldata.record.random.Mixer;
import io.github.clinicaldata.record.world.EventSpace;
import io.github.clinicaldata.record.world.Sorting;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/**
 * Decides on the procedures of a block in a plan year, a fixed number of them: all that pathways
 * order in stays, all surgery and what else is done at visits; of sessions of therapy, and of the
 * pictures and measurements that visits led to, a part; where all that is too little, further
 * pictures.
 */
final class ProcedureDraw {
    /** Procedures of a block in each plan year. */
    static final EventSpace SPACE = new EventSpace(0, 121, 125, 128, 132, 135, 138);

    /**
     * The share of pictures and of sessions of therapy that is on record. No source: it leaves room
     * in blocks of which one member has very many.
     */
    private static final double RECORDED = 0.8;

    /** What else is done comes before all that. */
    private static final double DONE = 20;

    /** Stands for what is chosen in any case. */
    private static final double REQUIRED = Double.POSITIVE_INFINITY;

    private static final double EXTRA = 0.02;

    /** Further pictures whose uniform number is above this are hardly ever needed. */
    private static final double NEAR = 0.2;

    private static final double SELDOM = 0.0002;
    private static final int ADULT = 18;
    private static final String CHEST = "chest-xray";
    private static final String HEART = "electrocardiogram";

    private static final Comparator<PlannedProcedure> ORDER =
            Comparator.comparingInt(PlannedProcedure::begin)
                    .thenComparingInt(each -> each.visit().member())
                    .thenComparingLong(PlannedProcedure::key);

    private final ProcedureCodes codes = ProcedureCodes.standard();
    private final BlockHealth health;
    private final List<Visit> visits;
    private final List<OrderedReport> reports;
    private final FixedSample sample;
    private final Choice tracing;
    private final List<Candidate> candidates = new ArrayList<>();

    private record Candidate(Visit visit, ProcedureCode code, long key) {}

    /** The draw of a year. */
    ProcedureDraw(BlockHealth health, int year) {
        this.health = health;
        visits = health.visits(year);
        reports = health.reports(year);
        sample = health.sample();
        tracing = Objects.requireNonNull(codes.ofPanel(HEART, false));
    }

    /** Draws. */
    List<PlannedProcedure> draw(int count) {
        offer();
        if (sample.size() < count) {
            for (Visit visit : visits) {
                offerExtra(visit, NEAR, 1);
            }
        }
        for (int i = 0; sample.size() < count && i < visits.size(); i++) {
            offerOther(visits.get(i));
        }
        // the last way out, which blocks hardly ever need: a year must have all of its slots
        for (int i = 0; sample.size() < count; i++) {
            Visit visit = visits.get(i % visits.size());
            add(visit, tracing, Mixer.combine(visit.key(), -500L - i), SELDOM);
        }
        List<PlannedProcedure> chosen = new ArrayList<>(count);
        for (int number : sample.choose(count)) {
            Candidate candidate = candidates.get(number);
            chosen.add(ProcedureTimes.plan(candidate.visit(), candidate.code(), candidate.key()));
        }
        PlannedProcedure[] ordered = chosen.toArray(new PlannedProcedure[0]);
        Sorting.sort(ordered, each -> (long) each.begin() << 6 | each.visit().member(), ORDER);
        return List.of(ordered);
    }

    /** How many there would be if each were drawn alone. */
    double natural() {
        offer();
        return sample.expected();
    }

    private void offer() {
        sample.clear();
        candidates.clear();
        for (Visit visit : visits) {
            if (visit.rule().stay() != null) {
                offerStay(visit);
            } else {
                offerServices(visit);
            }
        }
        for (int i = 0; i < reports.size(); i++) {
            offerReported(i);
        }
        for (Visit visit : visits) {
            offerExtra(visit, 0, NEAR);
        }
    }

    private void offerStay(Visit visit) {
        List<ProcedureOrder> orders = visit.rule().procedures();
        for (int i = 0; i < orders.size(); i++) {
            if (StayProcedures.isDone(health, visit, i)) {
                long key = GivenServices.procedureKey(visit, i);
                add(visit, codes.ofStay(orders.get(i).key()), key, REQUIRED);
            }
        }
    }

    private void offerServices(Visit visit) {
        List<ServiceOrder> orders = visit.rule().services();
        for (int i = 0; i < orders.size(); i++) {
            Choice choice = codes.ofService(orders.get(i).service());
            if (choice != null && GivenServices.isGiven(visit, i, age(visit))) {
                add(visit, choice, Mixer.combine(GivenServices.key(visit, i), 400), DONE);
            }
        }
    }

    /** The picture or measurement of a report, unless it is on record already. */
    private void offerReported(int number) {
        OrderedReport report = reports.get(number);
        Visit visit = report.visit();
        Choice choice = codes.ofPanel(report.panel(), visit.rule().stay() != null);
        if (choice != null && !isGiven(visit, choice) && !isReportedBefore(number)) {
            add(visit, choice, Mixer.combine(report.key(), 400), RECORDED);
        }
    }

    /** Whether a procedure is one of the services that are given at a visit without a night. */
    private boolean isGiven(Visit visit, Choice choice) {
        List<ServiceOrder> orders = visit.rule().services();
        for (int i = 0; i < orders.size() && visit.rule().stay() == null; i++) {
            if (codes.ofService(orders.get(i).service()) == choice
                    && GivenServices.isGiven(visit, i, age(visit))) {
                return true;
            }
        }
        return false;
    }

    /** Whether an earlier report of the visit, which stand side by side, is of the same picture. */
    private boolean isReportedBefore(int number) {
        OrderedReport report = reports.get(number);
        for (int i = number - 1; i >= 0 && reports.get(i).visit() == report.visit(); i--) {
            if (reports.get(i).panel().equals(report.panel())) {
                return true;
            }
        }
        return false;
    }

    /** Whether the rule of a visit orders a procedure, so that it comes from there if at all. */
    private boolean isOrdered(Visit visit, Choice choice) {
        VisitRule rule = visit.rule();
        for (int i = 0; i < rule.services().size(); i++) {
            if (codes.ofService(rule.services().get(i).service()) == choice) {
                return true;
            }
        }
        boolean stay = rule.stay() != null;
        for (int i = 0; i < rule.reports().size(); i++) {
            if (codes.ofPanel(rule.reports().get(i).panel(), stay) == choice) {
                return true;
            }
        }
        return false;
    }

    /** A picture of the chest or a tracing of the heart, where they are not unusual. */
    private void offerExtra(Visit visit, double from, double to) {
        long key = Mixer.combine(visit.key(), 411);
        double uniform = Uniforms.of(key, 3);
        if (uniform < from || uniform >= to) {
            return;
        }
        addUnlessOrdered(visit, isTracing(visit) ? HEART : CHEST, key, EXTRA);
    }

    /** Where further pictures are too few: the other one of the two. */
    private void offerOther(Visit visit) {
        long key = Mixer.combine(visit.key(), -400);
        addUnlessOrdered(visit, isTracing(visit) ? CHEST : HEART, key, SELDOM);
    }

    private boolean isCheckUpOfChild(Visit visit) {
        return visit.condition() == null && age(visit) < ADULT;
    }

    private boolean isTracing(Visit visit) {
        return age(visit) >= ADULT && Uniforms.of(visit.key(), 410) < 0.5;
    }

    private void addUnlessOrdered(Visit visit, String panel, long key, double probability) {
        if (!Examiners.standard().lookFurther(visit) || isCheckUpOfChild(visit)) {
            return;
        }
        Choice choice = codes.ofPanel(panel, visit.rule().stay() != null);
        if (choice != null && !isOrdered(visit, choice)) {
            add(visit, choice, key, probability);
        }
    }

    private int age(Visit visit) {
        return health.age(visit.member(), visit.day());
    }

    private void add(Visit visit, Choice choice, long key, double probability) {
        ProcedureCode code = StayProcedures.code(health, visit, choice, key);
        if (code != null) {
            candidates.add(new Candidate(visit, code, key));
            if (probability == REQUIRED || code.category() == ProcedureCategory.SURGERY) {
                sample.require();
            } else {
                boolean therapy = code.category() == ProcedureCategory.THERAPY;
                sample.offer(
                        Uniforms.of(key, 3),
                        therapy ? Math.min(RECORDED, probability) : probability);
            }
        }
    }
}
