package io.github.clinicaldata.record.vaccine;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** How far a child has come in a series. Used again for each child. */
final class ChildState {
    /** Most children get a dose at the beginning of its usual range, the others within it. */
    private static final double AT_BEGINNING = 0.65;

    private final ChildSeries series;
    private int birthDay;
    private List<DoseRule> rules;
    private @Nullable Offer preferred;
    private int count;
    private int first;
    private int last;
    private int from;
    private boolean closed;
    private boolean credited;
    private int noted;
    private double wish;
    private double spread;
    private double late;

    /** From which day on the next dose is due and may be given. */
    private int ready;

    private int earliest;
    private int latest;

    ChildState(ChildSeries series) {
        this.series = series;
        rules = series.rules();
    }

    /**
     * Begins with another child.
     *
     * @param wish a uniform number; those with small ones get the dose
     * @param spread a uniform number: when in the usual range
     * @param late a uniform number: when those who are late get it
     */
    void start(Patient patient, double wish, double spread, double late) {
        birthDay = patient.birthDay();
        rules = series.rules();
        preferred = null;
        count = 0;
        first = Integer.MAX_VALUE;
        last = 0;
        from = patient.male() ? series.fromMale() : series.series().from();
        closed = series.unlessMother() != null && patient.protectedByMother();
        credited = false;
        noted = 0;
        this.wish = wish;
        this.spread = Math.max(0, (spread - AT_BEGINNING) / (1 - AT_BEGINNING));
        this.late = late;
        findDays();
    }

    private void findDays() {
        if (isComplete() || closed) {
            ready = Integer.MAX_VALUE;
            return;
        }
        DoseRule rule = rules.get(count);
        int recommended = rule.recommended().after(birthDay);
        int due = recommended + (int) (spread * (rule.until().after(birthDay) - recommended));
        earliest = earliest(rule);
        ready = Math.max(due, earliest);
        Age oldest = rule.latest();
        latest = oldest == null ? Integer.MAX_VALUE : oldest.after(birthDay);
    }

    private int earliest(DoseRule rule) {
        int day = Math.max(Math.max(from, rule.from()), rule.minimum().after(birthDay));
        Age interval = rule.interval();
        if (count > 0 && interval != null) {
            day = Math.max(day, interval.after(last));
        }
        Age sinceFirst = rule.firstInterval();
        if (count > 0 && sinceFirst != null) {
            day = Math.max(day, sinceFirst.after(first));
        }
        return day;
    }

    ChildSeries series() {
        return series;
    }

    /** The number of the next dose. */
    int number() {
        return count + 1;
    }

    private boolean isComplete() {
        return count >= rules.size();
    }

    @Nullable Offer preferred() {
        return preferred;
    }

    void prefer(Offer offer) {
        preferred = offer;
    }

    /** Nothing more of this series will be given. */
    void close() {
        closed = true;
        findDays();
    }

    int first() {
        return first;
    }

    /** A new visit. */
    void newVisit() {
        credited = false;
    }

    /** This visit's dose is chosen. */
    void credit() {
        credited = true;
    }

    private boolean isWanted(int day) {
        DoseRule rule = rules.get(count);
        if (wish < rule.prompt()) {
            return true;
        }
        if (wish >= rule.share()) {
            return false;
        }
        int lateFrom = rule.lateFrom().after(birthDay);
        return day >= lateFrom + (int) (late * (rule.lateTo().after(birthDay) - lateFrom));
    }

    /** Whether the next dose is wanted when it is due, without delay. */
    boolean isWantedPromptly() {
        return !closed && !isComplete() && wish < rules.get(count).prompt();
    }

    /** Whether somebody who wants the doses of the first months wants those of this series. */
    boolean isWantedFromTheStart() {
        return wish < series.rules().get(Math.min(1, series.rules().size() - 1)).prompt();
    }

    private boolean isDueByAge(int day) {
        return day >= ready
                && !credited
                && day <= latest
                && series.months().get(Days.month(day) - 1);
    }

    /** Whether the next dose is due on a day, may be given and is wanted. */
    boolean isDue(int day) {
        return isDueByAge(day) && isWanted(day);
    }

    /** Whether the next dose is due and not wanted, the first time that somebody asks. */
    boolean noteUnwanted(int day) {
        if (!isDueByAge(day) || isWanted(day) || (noted & 1 << count) != 0) {
            return false;
        }
        noted |= 1 << count;
        return true;
    }

    /** Whether the next dose may be part of a combination vaccine on a day. */
    boolean fitsCombination(int day) {
        if (credited || closed) {
            return false;
        }
        List<DoseRule> fitting = rulesInCombination(day);
        return fitting != null && day <= latest && isWanted(day);
    }

    /** The rules by which the next dose may be part of a combination vaccine, or null. */
    @Nullable List<DoseRule> rulesInCombination(int day) {
        if (isComplete()) {
            return null;
        }
        if (day >= earliest) {
            return rules;
        }
        List<DoseRule> extended = series.extended();
        return extended != null && count > 0 && day >= earliest(extended.get(count))
                ? extended
                : null;
    }

    /** The rules for a vaccine of this series. */
    List<DoseRule> rulesWith(Offer offer) {
        return count == 0 ? series.rulesWith(offer) : rules;
    }

    /** The next dose within a series of so many rules. */
    List<SeriesDose> dose(List<DoseRule> within) {
        return series.series().dose(number(), within.size());
    }

    /** Takes the next dose. */
    void give(int day, List<DoseRule> within) {
        rules = within;
        count++;
        first = Math.min(first, day);
        last = day;
        findDays();
    }

    /** Whether another series waits for this one's combination vaccine. */
    boolean willGive(String group) {
        Offer offer = preferred;
        return offer != null
                && isWantedPromptly()
                && offer.doses().contains(number())
                && offer.product().groups().contains(group);
    }

    /** Whether the next dose is one of the first days of life. */
    boolean isBirthDose() {
        Age age = rules.get(count).recommended();
        return age.months() == 0 && age.days() == 0;
    }
}
