package io.github.clinicaldata.record.vaccine;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A dose that is given or not on some day, before it has a place among the records; it is sure to
 * come until it is made a matter of chance.
 */
final class PlannedDose {
    private final Patient patient;
    private final int day;
    private final VaccineStatus status;
    private final Product product;
    private final Setting setting;
    private final @Nullable Reason reason;
    private List<SeriesDose> series;
    private double score = -1;
    private @Nullable PlannedDose after;
    private boolean chosen;
    private int registeredFrom;

    private PlannedDose(
            Patient patient,
            int day,
            VaccineStatus status,
            Product product,
            List<SeriesDose> series,
            Setting setting,
            @Nullable Reason reason) {
        this.patient = patient;
        this.day = day;
        this.status = status;
        this.product = product;
        this.series = series;
        this.setting = setting;
        this.reason = reason;
        registeredFrom = patient.birthDay();
    }

    /** A dose that is given, in the place of others of its day. */
    static PlannedDose completed(
            Patient patient, int day, Product product, List<SeriesDose> series, Setting setting) {
        Setting place = patient.settingOn(day, setting);
        return new PlannedDose(patient, day, VaccineStatus.COMPLETED, product, series, place, null);
    }

    /** A dose that is not given, for a reason. */
    static PlannedDose withheld(
            Patient patient,
            int day,
            Product product,
            List<SeriesDose> series,
            Setting setting,
            Reason reason) {
        return new PlannedDose(
                patient, day, reason.kind().status(), product, series, setting, reason);
    }

    /**
     * Makes it a matter of chance.
     *
     * @param ownScore a uniform number by the probability: below 1 where it is to come
     * @param before the dose without which it cannot come, or null
     */
    PlannedDose byChance(double ownScore, @Nullable PlannedDose before) {
        score = before == null ? ownScore : Math.max(ownScore, before.score);
        after = before;
        return this;
    }

    /** Says from which day on the patient can have been registered for it. */
    PlannedDose registeredFrom(int first) {
        registeredFrom = Math.max(registeredFrom, first);
        return this;
    }

    /** The first day on which the patient can have been registered for it. */
    int registeredFrom() {
        return registeredFrom;
    }

    Patient patient() {
        return patient;
    }

    int day() {
        return day;
    }

    VaccineStatus status() {
        return status;
    }

    Product product() {
        return product;
    }

    Setting setting() {
        return setting;
    }

    @Nullable Reason reason() {
        return reason;
    }

    List<SeriesDose> series() {
        return series;
    }

    void setSeries(List<SeriesDose> series) {
        this.series = series;
    }

    double score() {
        return score;
    }

    /** Whether it comes where nothing is left out or added to fill the slots of a block. */
    boolean wanted() {
        return score < 1;
    }

    /** The dose without which it cannot come, or null. */
    @Nullable PlannedDose after() {
        return after;
    }

    boolean chosen() {
        return chosen;
    }

    void choose() {
        chosen = true;
    }
}
