package io.github.clinicaldata.record.vaccine;

import io.github.clinicaldata.record.random.Aspect;
import io.github.clinicaldata.record.random.Mixer;
import io.github.clinicaldata.record.random.RandomStream;
import java.util.List;

/** Plans what a woman gets before her children are born. */
final class PregnancyPlanner {
    private static final Aspect PREGNANCY = Aspect.named("pregnancy");
    private static final int WEEK = 7;

    /** Given in each pregnancy; all else once in life. */
    private static final String IN_EACH = "tdap";

    private final Schedule schedule;
    private final OpenDays openDays;
    private final Venues venues;
    private final RandomStream stream = new RandomStream();

    PregnancyPlanner(Schedule schedule, OpenDays openDays, Venues venues) {
        this.schedule = schedule;
        this.openDays = openDays;
        this.venues = venues;
    }

    /**
     * Plans the doses of a woman with deliveries, none of them after the epoch.
     *
     * @param children of the household; those whom a dose protects are told
     */
    void plan(Patient mother, List<Patient> children) {
        for (PregnancySeries series : schedule.pregnancy()) {
            stream.reset(Mixer.combine(mother.key(), series.series().ordinal()), PREGNANCY);
            boolean wished = stream.chance(series.share());
            for (int delivery : mother.deliveries()) {
                int week = stream.between(series.weeks().low(), series.weeks().high());
                int begun = delivery - Patient.PREGNANCY + WEEK * week;
                boolean inSeason = series.months().get(Days.month(begun) - 1);
                if (wished && inSeason && planDose(mother, series, begun)) {
                    protect(series, delivery, children);
                }
            }
        }
    }

    private boolean planDose(Patient mother, PregnancySeries pregnancy, int begun) {
        Series series = pregnancy.series();
        Setting setting = venues.of(series, mother, begun, stream);
        int day = openDays.next(begun, setting);
        Offer offer = Chooser.pick(series, 1, day, mother, stream);
        boolean again = !series.group().equals(IN_EACH) && mother.lastOf(series.code()) != null;
        if (offer == null || again || day < Math.max(series.from(), mother.recordsFrom())) {
            return false;
        }
        mother.add(PlannedDose.completed(mother, day, offer.product(), series.dose(1, 1), setting));
        return true;
    }

    private void protect(PregnancySeries series, int delivery, List<Patient> children) {
        String code = series.series().code().toString();
        boolean protects =
                schedule.childhood().stream().anyMatch(each -> code.equals(each.unlessMother()));
        for (Patient child : children) {
            if (protects && child.birthDay() == delivery) {
                child.protectByMother();
            }
        }
    }
}
