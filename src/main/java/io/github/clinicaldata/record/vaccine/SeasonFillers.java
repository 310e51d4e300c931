package io.github.clinicaldata.record.vaccine;

import io.github.clinicaldata.record.random.Aspect;
import io.github.clinicaldata.record.random.Mixer;
import io.github.clinicaldata.record.random.RandomStream;
import java.util.List;

/**
 * What fills the slots of a block with fewer doses than those: influenza vaccine of seasons long
 * ago, or refused. Hardly any block needs it, but populations of early epochs, when there were
 * fewer vaccines.
 */
final class SeasonFillers {
    private static final Aspect FILLER = Aspect.named("filler");

    /** The score of what is chosen after all else. */
    private static final double LAST = 1_000;

    /** How many seasons are gone back before they are begun again. */
    private static final int SEASONS = 100;

    private final SeasonalSeries influenza;
    private final OpenDays openDays;
    private final Venues venues;
    private final Reasons reasons = Reasons.standard();
    private final RandomStream stream = new RandomStream();

    SeasonFillers(Schedule schedule, OpenDays openDays, Venues venues) {
        influenza = schedule.seasonal().get(0);
        this.openDays = openDays;
        this.venues = venues;
    }

    /**
     * Influenza vaccine of a season before there are records of somebody.
     *
     * @param before the day before which it was given
     * @param round counts up until there are enough
     */
    void before(Patient patient, int before, int round, List<PlannedDose> chances) {
        stream.reset(Mixer.combine(patient.key(), round), FILLER);
        int season = SeasonalSeries.seasonOf(before) - 1 - round % SEASONS;
        int drawn = influenza.draw(season, stream);
        if (drawn > influenza.youngest().after(patient.birthDay())) {
            Setting setting = venues.of(influenza.series(), patient, drawn, stream);
            int day = openDays.next(drawn, setting);
            Offer offer = Chooser.pick(influenza.series(), 1, day, patient, stream);
            PlannedDose dose =
                    offer == null
                            ? refused(patient, day, setting)
                            : PlannedDose.completed(
                                    patient,
                                    day,
                                    offer.product(),
                                    influenza.series().dose(1, 1),
                                    setting);
            chances.add(dose.byChance(LAST + round + stream.nextDouble(), null));
        }
    }

    /**
     * A refusal of influenza vaccine in a plan year.
     *
     * @param from the day after which it was
     * @param to the last day
     * @param round counts up until there are enough
     */
    void within(Patient patient, int from, int to, int round, List<PlannedDose> chances) {
        stream.reset(Mixer.combine(patient.key(), from * (long) SEASONS + round), FILLER);
        int season = SeasonalSeries.seasonOf(stream.chance(0.5) ? from : to);
        int day = openDays.next(influenza.draw(season, stream), Setting.OFFICE);
        if (day > from && day <= to && day > patient.birthDay()) {
            double score = LAST + round + stream.nextDouble();
            chances.add(refused(patient, day, Setting.OFFICE).byChance(score, null));
        }
    }

    private PlannedDose refused(Patient patient, int day, Setting setting) {
        Offer offer = Chooser.pick(influenza.series(), 1, day, patient, stream);
        Product product =
                offer == null ? influenza.series().offers().get(0).product() : offer.product();
        int age = patient.ageOn(day);
        Reason reason = reasons.pick(Reason.Kind.REFUSAL, product, age, 1, stream);
        return PlannedDose.withheld(
                patient, day, product, influenza.series().dose(1, 1), setting, reason);
    }
}
