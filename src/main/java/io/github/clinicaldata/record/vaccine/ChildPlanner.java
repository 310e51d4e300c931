package io.github.clinicaldata.record.vaccine;

import io.github.clinicaldata.record.random.Aspect;
import io.github.clinicaldata.record.random.Mixer;
import io.github.clinicaldata.record.random.RandomStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Plans the doses of childhood and adolescence, visit by visit: at each one a child gets all that
 * is due and that the family accepts, in combination vaccines where they fit.
 */
final class ChildPlanner {
    private static final Aspect VISIT = Aspect.named("visit");

    /** Visits are at least so many days apart, so that most intervals hold. */
    private static final int BETWEEN_VISITS = 28;

    private static final int YOUNG = 6;

    /** Mean days by which visits are late, at best and at worst, and of the yearly visits. */
    private static final double LATE = 5;

    private static final double MORE_LATE = 25;
    private static final double LATE_OLDER = 60;

    /** Days until a visit is made up for, after it was missed or put off. */
    private static final int SOONEST = 7;

    private static final int LATEST = 35;

    /** A product chosen for a series at a visit. */
    private record Pick(ChildState state, Offer offer) {}

    private final Schedule schedule;
    private final Course course;
    private final OpenDays openDays;
    private final int horizon;
    private final Reasons reasons = Reasons.standard();
    private final Venues venues;
    private final ChildStates states;
    private final RandomStream stream = new RandomStream();
    private final List<Pick> picks = new ArrayList<>();

    ChildPlanner(Schedule schedule, OpenDays openDays, Venues venues, int horizon) {
        this.schedule = schedule;
        this.course = schedule.course();
        this.openDays = openDays;
        this.venues = venues;
        this.horizon = horizon;
        states = new ChildStates(schedule);
    }

    /** Plans one child's doses; of those who are older now, what is recorded of them. */
    void plan(Patient patient) {
        states.start(patient, stream);
        int last = patient.birthDay() - BETWEEN_VISITS;
        List<Age> visits = schedule.course().visits();
        for (int i = 0; i < visits.size(); i++) {
            stream.reset(Mixer.combine(patient.key(), i), VISIT);
            Age age = visits.get(i);
            boolean birth = i == 0;
            boolean young = age.months() < YOUNG * 12;
            boolean skipped = stream.chance(young ? course.skippedYoung() : course.skippedOlder());
            Setting visited = venues.ofVisit(patient, age.after(patient.birthDay()), stream);
            Setting setting = birth ? Setting.HOSPITAL : visited;
            int lateness =
                    Delays.days(
                            young ? LATE + MORE_LATE * states.reluctance() : LATE_OLDER, stream);
            int wished = age.after(patient.birthDay()) + (birth ? 0 : lateness);
            int day = openDays.next(Math.max(wished, last + BETWEEN_VISITS), setting);
            if (day > horizon) {
                break;
            }
            if (!skipped || birth) {
                last = Math.max(last, visit(patient, day, birth, setting));
            }
        }
        keepRecorded(patient);
    }

    /** Answers the last day on which something was given, or one long ago. */
    private int visit(Patient patient, int day, boolean birth, Setting setting) {
        states.newVisit();
        refuse(patient, day, setting);
        choose(patient, day);
        if (picks.isEmpty()) {
            return Integer.MIN_VALUE;
        }
        if (birth) {
            give(patient, day, setting, patient.birthDay());
            return day;
        }
        double fate = stream.nextDouble();
        int madeUp = openDays.next(day + stream.between(SOONEST, LATEST), setting);
        boolean again;
        if (fate < course.missed()) {
            again = notAll(patient, Reason.Kind.MISSED, day, setting, 1);
        } else if (fate < course.missed() + course.precaution()) {
            again = notAll(patient, Reason.Kind.PRECAUTION, day, setting, 1);
        } else {
            notAll(patient, Reason.Kind.CONTRAINDICATION, day, setting, course.contraindicated());
            again = notAll(patient, Reason.Kind.STOCK, day, setting, course.stock());
            give(patient, day, setting, patient.birthDay());
        }
        if (again && madeUp <= horizon) {
            states.newVisit();
            choose(patient, madeUp);
            give(patient, madeUp, setting, day);
            return madeUp;
        }
        return day;
    }

    /** Chooses a product for each series that is due. */
    private void choose(Patient patient, int day) {
        picks.clear();
        for (ChildState state : states.inOrder()) {
            if (state.isDue(day) && !states.waits(state)) {
                Offer offer = product(state, patient, day);
                if (offer != null) {
                    picks.add(new Pick(state, offer));
                    states.credit(state, offer);
                }
            }
        }
    }

    private @Nullable Offer product(ChildState state, Patient patient, int day) {
        Predicate<Offer> fits =
                offer ->
                        patient.mayHave(offer.product(), day)
                                && states.partnersFit(state, offer, day);
        Offer kept = state.preferred();
        int number = state.number();
        if (kept != null
                && kept.fits(number, day, patient.ageOn(day), day - patient.birthDay())
                && fits.test(kept)) {
            return kept;
        }
        return Chooser.pick(state.series().series().offers(), number, day, patient, fits, stream);
    }

    private void give(Patient patient, int day, Setting setting, int registeredFrom) {
        for (Pick pick : picks) {
            List<SeriesDose> doses = states.give(pick.state(), pick.offer(), day);
            patient.add(
                    PlannedDose.completed(patient, day, pick.offer().product(), doses, setting)
                            .registeredFrom(registeredFrom));
        }
    }

    /** Some of what is due is not given for a reason of a kind; true where there was any. */
    private boolean notAll(
            Patient patient, Reason.Kind kind, int day, Setting setting, double share) {
        boolean any = false;
        Reason common = null;
        for (int i = picks.size() - 1; i >= 0; i--) {
            if (share < 1 && !stream.chance(share)) {
                continue;
            }
            Pick pick = picks.remove(i);
            Product product = pick.offer().product();
            if (common == null || !common.fits(kind, product, patient.ageOn(day), 1)) {
                int number = pick.state().number();
                common = reasons.pick(kind, product, patient.ageOn(day), number, stream);
            }
            List<SeriesDose> doses = states.doses(pick.state(), pick.offer(), day);
            patient.add(PlannedDose.withheld(patient, day, product, doses, setting, common));
            if (kind == Reason.Kind.CONTRAINDICATION) {
                pick.state().close();
            }
            any = true;
        }
        return any;
    }

    /** Says once for each dose that is due and not wanted that it was refused, or nothing. */
    private void refuse(Patient patient, int day, Setting setting) {
        for (ChildState state : states.inOrder()) {
            if (state.noteUnwanted(day) && stream.chance(course.refusedChild())) {
                Series series = state.series().series();
                int number = state.number();
                Predicate<Offer> single = each -> each.product().groups().size() == 1;
                Offer offer = Chooser.pick(series.offers(), number, day, patient, single, stream);
                if (offer != null) {
                    Product product = offer.product();
                    int age = patient.ageOn(day);
                    Reason reason = reasons.pick(Reason.Kind.REFUSAL, product, age, number, stream);
                    List<SeriesDose> doses = state.dose(state.rulesWith(offer));
                    patient.add(
                            PlannedDose.withheld(patient, day, product, doses, setting, reason));
                }
            }
        }
    }

    /** A series that began before there are records is left out whole. */
    private void keepRecorded(Patient patient) {
        int from = patient.recordsFrom();
        if (from > patient.birthDay()) {
            patient.planned().removeIf(dose -> dose.day() < from || states.beganBefore(dose, from));
        }
    }
}
