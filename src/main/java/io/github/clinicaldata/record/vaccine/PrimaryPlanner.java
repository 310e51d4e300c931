package io.github.clinicaldata.record.vaccine;

import io.github.clinicaldata.record.random.Aspect;
import io.github.clinicaldata.record.random.RandomStream;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Plans the first two doses against COVID-19. */
final class PrimaryPlanner {
    private static final Aspect PRIMARY = Aspect.named("primary");

    private final PrimarySeries series;
    private final double habitual;
    private final OpenDays openDays;
    private final Venues venues;
    private final int horizon;
    private final RandomStream stream = new RandomStream();

    PrimaryPlanner(Schedule schedule, OpenDays openDays, Venues venues, int horizon) {
        series = schedule.primary();
        habitual = schedule.course().habit();
        this.openDays = openDays;
        this.venues = venues;
        this.horizon = horizon;
    }

    /**
     * Plans one person's doses.
     *
     * @param habit how the person does as always: a uniform number
     * @param chances receives the doses, which are a matter of chance
     * @return the second dose, or null
     */
    @Nullable PlannedDose plan(Patient patient, double habit, List<PlannedDose> chances) {
        stream.reset(patient.key(), PRIMARY);
        double wish = stream.chance(habitual) ? habit : stream.nextDouble();
        int waited = Delays.days(series.delay(), stream);
        int begun = begin(patient, waited);
        double share = series.shares().at(patient.ageOn(begun));
        if (share == 0
                || patient.isUnvaccinated()
                || begun > Math.min(horizon, series.series().to())) {
            return null;
        }
        Setting setting = venues.of(series.series(), patient, begun, stream);
        int day = openDays.next(begun, setting);
        Offer offer = Chooser.pick(series.series(), 1, day, patient, stream);
        int interval = series.interval().after(day);
        int usual = series.usual().after(day);
        int second = openDays.next(interval + stream.nextInt(usual - interval), setting);
        if (offer == null
                || day < patient.recordsFrom()
                || second > horizon
                || !offer.fits(2, second, patient.ageOn(second), second - patient.birthDay())) {
            return null;
        }
        double score = wish / share;
        PlannedDose first = dose(patient, day, offer, 1, setting).byChance(score, null);
        PlannedDose last = dose(patient, second, offer, 2, setting).byChance(score, first);
        chances.add(first);
        chances.add(last);
        patient.addByChance(first);
        patient.addByChance(last);
        return last;
    }

    private PlannedDose dose(Patient patient, int day, Offer offer, int number, Setting setting) {
        List<SeriesDose> dose = series.series().dose(number, PrimarySeries.DOSES);
        return PlannedDose.completed(patient, day, offer.product(), dose, setting);
    }

    /** Some time after it was open to people of the age. */
    private int begin(Patient patient, int waited) {
        AgeShares shares = series.shares();
        int atFirst = patient.ageOn(Math.max(series.series().from(), patient.birthDay()));
        int from = shares.from(atFirst);
        int age = patient.ageOn(Math.max(from + waited, patient.birthDay()));
        return Math.max(patient.birthDay(), Math.max(from, shares.from(age)) + waited);
    }
}
