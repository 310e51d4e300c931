package io.github.clinicaldata.record.vaccine;

import io.github.clinicaldata.record.random.Aspect;
import io.github.clinicaldata.record.random.Mixer;
import io.github.clinicaldata.record.random.RandomStream;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Plans the doses of the seasons: nearly all of them a matter of chance. */
final class SeasonPlanner {
    private static final Aspect SEASON = Aspect.named("season");
    private static final Aspect HABIT = Aspect.named("habit");

    /** Share of COVID-19 doses that are given together with that season's influenza dose. */
    private static final double TOGETHER = 0.35;

    /** Days by which a child's dose is moved to a visit. */
    private static final int TO_VISIT = 21;

    /** Days by which an adult's dose is moved to another one. */
    private static final int TO_DOSE = 5;

    private static final int CHILD = 18;

    /** What has a larger score is left out: hardly any block has so few doses. */
    private static final double LARGEST_SCORE = 3;

    private final Schedule schedule;
    private final Course course;
    private final OpenDays openDays;
    private final Venues venues;
    private final int horizon;
    private final PrimaryPlanner primaries;
    private final Reasons reasons = Reasons.standard();
    private final RandomStream stream = new RandomStream();
    private final int[] seasons;

    /** The first day on which a person may have each series. */
    private final int[] earliest;

    private double habit;
    private @Nullable PlannedDose primary;

    SeasonPlanner(Schedule schedule, OpenDays openDays, Venues venues, int horizon) {
        this.schedule = schedule;
        this.course = schedule.course();
        this.openDays = openDays;
        this.venues = venues;
        this.horizon = horizon;
        primaries = new PrimaryPlanner(schedule, openDays, venues, horizon);
        seasons = new int[schedule.seasonal().size()];
        earliest = new int[seasons.length];
    }

    /**
     * Plans one person's doses.
     *
     * @param chances receives those that are a matter of chance
     */
    void plan(Patient patient, List<PlannedDose> chances) {
        habit = stream.reset(patient.key(), HABIT).nextDouble();
        Arrays.fill(seasons, 0);
        PlannedDose last = primaries.plan(patient, habit, chances);
        primary = last;
        for (int i = 0; i < seasons.length; i++) {
            SeasonalSeries series = schedule.seasonal().get(i);
            Age afterPrimary = series.afterPrimary();
            earliest[i] = series.youngest().after(patient.birthDay());
            if (afterPrimary != null && last != null) {
                earliest[i] = Math.max(earliest[i], afterPrimary.after(last.day()));
            }
        }
        int lastSeason = SeasonalSeries.seasonOf(horizon);
        for (int year = SeasonalSeries.seasonOf(patient.recordsFrom());
                year <= lastSeason;
                year++) {
            PlannedDose together = null;
            for (int i = 0; i < seasons.length; i++) {
                PlannedDose dose = planSeason(patient, i, year, together, chances);
                together = i == 0 ? dose : together;
            }
        }
    }

    private static boolean isOn(Offer offer, Patient patient, int day) {
        return offer.fits(1, day, patient.ageOn(day), day - patient.birthDay());
    }

    private @Nullable PlannedDose planSeason(
            Patient patient,
            int position,
            int year,
            @Nullable PlannedDose together,
            List<PlannedDose> chances) {
        SeasonalSeries series = schedule.seasonal().get(position);
        stream.reset(Mixer.combine(patient.key(), year * 8L + position), SEASON);
        double wish = stream.chance(course.habit()) ? habit : stream.nextDouble();
        boolean sameDay = stream.chance(TOGETHER);
        int drawn = series.draw(year, stream);
        if (drawn < patient.birthDay()) {
            return null;
        }
        Setting setting = venues.of(series.series(), patient, drawn, stream);
        int first = earliest[position];
        int wished = drawn >= first ? drawn : first + stream.nextInt(TO_VISIT);
        if (SeasonalSeries.seasonOf(wished) != year) {
            // too early for the person in this season; a later one has its own dose
            return null;
        }
        int day = openDays.next(wished, setting);
        boolean child = patient.ageOn(day) < CHILD;
        PlannedDose visit = patient.visitNear(day, child ? TO_VISIT : TO_DOSE);
        boolean near = together != null && Math.abs(together.day() - day) <= TO_DOSE;
        PlannedDose with = together != null && (sameDay || near) ? together : visit;
        if (with != null && isIn(position, with.day())) {
            day = with.day();
            setting = with.setting();
        }
        if (!isIn(position, day)
                || day < patient.recordsFrom()
                || day > horizon
                || child && patient.isUnvaccinated()) {
            return null;
        }
        int age = patient.ageOn(day);
        double score = wish / series.share(SeasonalSeries.seasonOf(day), age);
        boolean young = age < series.firstBelow();
        Offer offer =
                score < (young ? 1 : LARGEST_SCORE)
                        ? Chooser.pick(series.series(), 1, day, patient, stream)
                        : null;
        if (offer == null) {
            return null;
        }
        return young
                ? planYoung(patient, position, day, offer, setting)
                : planByChance(patient, series, score, day, offer, setting, chances);
    }

    /** Whether a day is in a season and the person may have the vaccine. */
    private boolean isIn(int position, int day) {
        SeasonalSeries series = schedule.seasonal().get(position);
        return day >= series.series().from() && day >= earliest[position] && series.isInSeason(day);
    }

    /** The first seasons of small children have two doses, so each depends on those before. */
    private PlannedDose planYoung(
            Patient patient, int position, int day, Offer offer, Setting setting) {
        SeasonalSeries series = schedule.seasonal().get(position);
        boolean first = seasons[position]++ == 0;
        int of = first ? 2 : 1;
        PlannedDose dose =
                PlannedDose.completed(
                        patient, day, offer.product(), series.series().dose(1, of), setting);
        patient.add(dose);
        int interval = series.interval().after(day);
        int usual = series.usual().after(day);
        int next = openDays.next(interval + stream.nextInt(usual - interval), setting);
        if (first
                && stream.chance(series.second())
                && next <= horizon
                && series.isInSeason(next)
                && isOn(offer, patient, next)
                && patient.mayHave(offer.product(), next)) {
            patient.add(
                    PlannedDose.completed(
                            patient, next, offer.product(), series.series().dose(2, 2), setting));
        }
        return dose;
    }

    private @Nullable PlannedDose planByChance(
            Patient patient,
            SeasonalSeries series,
            double score,
            int day,
            Offer offer,
            Setting setting,
            List<PlannedDose> chances) {
        PlannedDose before = null;
        if (series.afterPrimary() != null && day <= series.afterPrimaryTo()) {
            before = primary;
            if (before == null) {
                return null;
            }
        }
        List<SeriesDose> only = series.series().dose(1, 1);
        PlannedDose dose =
                PlannedDose.completed(patient, day, offer.product(), only, setting)
                        .byChance(score, before);
        if (offer.product().live()) {
            patient.addLive(day);
        }
        chances.add(dose);
        patient.addByChance(dose);
        offerInVain(patient, Reason.Kind.REFUSAL, course.refusedSeason(), dose, offer, chances);
        offerInVain(patient, Reason.Kind.MISSED, course.missedSeason(), dose, offer, chances);
        return dose;
    }

    /** What went before a dose, or came instead of it. */
    private void offerInVain(
            Patient patient,
            Reason.Kind kind,
            double share,
            PlannedDose dose,
            Offer offer,
            List<PlannedDose> chances) {
        double score = stream.nextDouble() / share;
        // apart, so that nobody refuses and misses a vaccine on the same day
        int ahead = kind == Reason.Kind.REFUSAL ? stream.between(7, 16) : stream.between(21, 35);
        if (score > LARGEST_SCORE) {
            return;
        }
        int before = openDays.next(dose.day() - ahead, dose.setting());
        PlannedDose needed = dose.after();
        if (before < Math.max(patient.recordsFrom(), dose.product().from())
                || !isOn(offer, patient, before)
                || needed != null && before <= needed.day()
                || before >= dose.day()) {
            return;
        }
        dose.registeredFrom(before);
        Product product = dose.product();
        Reason reason = reasons.pick(kind, product, patient.ageOn(before), 1, stream);
        chances.add(
                PlannedDose.withheld(
                                patient, before, product, dose.series(), dose.setting(), reason)
                        .byChance(score, needed));
    }
}
