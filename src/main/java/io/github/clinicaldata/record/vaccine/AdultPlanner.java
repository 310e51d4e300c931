package io.github.clinicaldata.record.vaccine;

import io.github.clinicaldata.record.Text;
import io.github.clinicaldata.record.random.Aspect;
import io.github.clinicaldata.record.random.Mixer;
import io.github.clinicaldata.record.random.RandomStream;
import java.util.List;

/** Plans the doses of adults that do not come with the seasons. */
final class AdultPlanner {
    private static final Aspect ADULT = Aspect.named("adult");
    private static final int LONG = 3_650;

    /** Days between a missed appointment and the dose that made up for it. */
    private static final int SOONEST = 7;

    private static final int LATEST = 28;

    /** Boosters are late by up to so many days. */
    private static final int LATE_BOOSTER = 400;

    private static final double MISSED = 0.03;

    private final Schedule schedule;
    private final Course course;
    private final OpenDays openDays;
    private final Venues venues;
    private final int horizon;
    private final Reasons reasons = Reasons.standard();
    private final RandomStream stream = new RandomStream();

    AdultPlanner(Schedule schedule, OpenDays openDays, Venues venues, int horizon) {
        this.schedule = schedule;
        this.course = schedule.course();
        this.openDays = openDays;
        this.venues = venues;
        this.horizon = horizon;
    }

    /** Plans one person's doses. */
    void plan(Patient patient) {
        for (AdultSeries series : schedule.adult()) {
            if (patient.birthDay() >= series.bornFrom() && patient.birthDay() <= series.bornTo()) {
                stream.reset(Mixer.combine(patient.key(), series.series().ordinal()), ADULT);
                Age every = series.every();
                if (every == null) {
                    planOnce(patient, series);
                } else {
                    planBoosters(patient, series, every);
                }
            }
        }
    }

    private void planOnce(Patient patient, AdultSeries series) {
        double wish = stream.nextDouble();
        int delay = Delays.days(series.delay(), stream);
        double number = stream.nextDouble();
        int begin = begin(patient, series, wish);
        boolean refused = begin == Integer.MAX_VALUE && number < course.refusedAdult();
        if (refused) {
            begin = begin(patient, series, 0);
        }
        if (begin == Integer.MAX_VALUE || begin > horizon) {
            return;
        }
        int day = inSeason(afterOther(patient, series, begin + delay), series.months());
        Age latest = series.latest();
        if (day <= horizon && (latest == null || day <= latest.after(patient.birthDay()))) {
            planFrom(patient, series, day, refused);
        }
    }

    /** The first day on which somebody may and wants to begin. */
    private static int begin(Patient patient, AdultSeries series, double wish) {
        int first = Integer.MAX_VALUE;
        for (AdultSeries.Begin begin : series.begun()) {
            if (wish < begin.share()) {
                int day = Math.max(begin.from(), begin.age().after(patient.birthDay()));
                first = Math.min(first, day);
            }
        }
        return first;
    }

    /** A day that is not near the other series, before or after. */
    private static int afterOther(Patient patient, AdultSeries series, int day) {
        Text other = series.after();
        Age interval = series.afterInterval();
        Integer last = other == null ? null : patient.lastOf(other);
        if (last == null || interval == null || interval.after(day) <= last) {
            return day;
        }
        return Math.max(day, interval.after(last));
    }

    /** The day itself or the first of the next season, and some weeks. */
    private int inSeason(int day, List<Boolean> months) {
        int scatter = stream.nextInt(60);
        int found = day;
        while (!months.get(Days.month(found) - 1)) {
            found++;
        }
        return found == day ? day : found + scatter;
    }

    private void planFrom(Patient patient, AdultSeries series, int begun, boolean refused) {
        Setting setting = venues.of(series.series(), patient, begun, stream);
        int day = openDays.next(begun, setting);
        while (needsLaterDay(patient, series.series(), day)) {
            day = openDays.next(day + course.apart(), setting);
        }
        Offer offer = Chooser.pick(series.series(), 1, day, patient, stream);
        if (offer == null
                || day < patient.recordsFrom()
                || day > horizon
                || day > series.series().to()) {
            return;
        }
        List<SeriesDose> first = series.series().dose(1, series.length(offer));
        if (refused) {
            note(patient, Reason.Kind.REFUSAL, day, offer, first, setting);
        } else if (stream.chance(course.contraindicated())) {
            note(patient, Reason.Kind.CONTRAINDICATION, day, offer, first, setting);
        } else {
            completeAfterAll(patient, day, offer, first, setting);
            goOn(patient, series, offer, day, setting);
        }
    }

    /** Whether a series of live vaccines has to wait. */
    private boolean needsLaterDay(Patient patient, Series series, int day) {
        return day <= horizon
                && series.offers().get(0).product().live()
                && !patient.mayHaveLive(day);
    }

    private void goOn(
            Patient patient, AdultSeries series, Offer begun, int firstDay, Setting setting) {
        int day = firstDay;
        Offer offer = begun;
        for (int number = 2; number <= series.length(begun); number++) {
            AdultSeries.Next next = series.doses().get(number - 2);
            int from = next.interval().after(day);
            int to = next.usual().after(day);
            day = openDays.next(from + stream.nextInt(Math.max(1, to - from)), setting);
            if (!stream.chance(next.share()) || day > horizon || day > series.series().to()) {
                return;
            }
            int age = patient.ageOn(day);
            if (!offer.fits(number, day, age, day - patient.birthDay())) {
                return;
            }
            List<SeriesDose> dose = series.series().dose(number, series.length(begun));
            completeAfterAll(patient, day, offer, dose, setting, from);
        }
    }

    private void planBoosters(Patient patient, AdultSeries series, Age every) {
        double habit = stream.nextDouble();
        AdultSeries.Begin begin = series.begun().get(0);
        int day = begin.age().after(patient.birthDay()) + stream.nextInt(LONG);
        while (day <= horizon) {
            double wish = stream.chance(course.habit()) ? habit : stream.nextDouble();
            int scatter = stream.nextInt(LATE_BOOSTER);
            if (day >= Math.max(begin.from(), patient.recordsFrom()) && wish < begin.share()) {
                planBooster(patient, series, day);
            }
            day = every.after(day) + scatter;
        }
    }

    private void planBooster(Patient patient, AdultSeries series, int due) {
        Setting setting = venues.of(series.series(), patient, due, stream);
        int day = openDays.next(due, setting);
        Age notWithin = series.notWithin();
        int near = notWithin == null ? 0 : notWithin.after(day) - day;
        Offer offer = Chooser.pick(series.series(), 1, day, patient, stream);
        if (day <= horizon
                && offer != null
                && !patient.hasNear(series.series().group(), day, near)) {
            List<SeriesDose> dose = series.series().dose(1, 1);
            completeAfterAll(patient, day, offer, dose, setting);
        }
    }

    /** Plans a missed appointment, or nothing, and the dose that made up for it. */
    private void completeAfterAll(
            Patient patient, int day, Offer offer, List<SeriesDose> dose, Setting setting) {
        completeAfterAll(patient, day, offer, dose, setting, patient.recordsFrom());
    }

    private void completeAfterAll(
            Patient patient,
            int day,
            Offer offer,
            List<SeriesDose> dose,
            Setting setting,
            int notBefore) {
        int missed = missBefore(patient, day, offer, dose, setting, notBefore);
        patient.add(
                PlannedDose.completed(patient, day, offer.product(), dose, setting)
                        .registeredFrom(missed));
    }

    /** Answers the day that was missed, or that of birth. */
    private int missBefore(
            Patient patient,
            int day,
            Offer offer,
            List<SeriesDose> dose,
            Setting setting,
            int notBefore) {
        boolean missed = stream.chance(MISSED);
        int before = openDays.next(day - stream.between(SOONEST, LATEST), setting);
        int age = patient.ageOn(before);
        if (missed
                && before >= notBefore
                && before < day
                && offer.fits(dose.get(0).number(), before, age, before - patient.birthDay())) {
            note(patient, Reason.Kind.MISSED, before, offer, dose, setting);
            return before;
        }
        return patient.birthDay();
    }

    private void note(
            Patient patient,
            Reason.Kind kind,
            int day,
            Offer offer,
            List<SeriesDose> dose,
            Setting setting) {
        int number = dose.get(0).number();
        Product product = offer.product();
        Reason reason = reasons.pick(kind, product, patient.ageOn(day), number, stream);
        patient.add(PlannedDose.withheld(patient, day, product, dose, setting, reason));
    }
}
