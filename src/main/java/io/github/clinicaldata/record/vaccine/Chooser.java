package io.github.clinicaldata.record.vaccine;

import io.github.clinicaldata.record.random.RandomStream;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Chooses among the vaccines of a series. */
final class Chooser {
    private Chooser() {}

    /** One of the vaccines of a series that fit a person on a day and may be given, by weight. */
    static @Nullable Offer pick(
            Series series, int number, int day, Patient patient, RandomStream stream) {
        return pick(
                series.offers(),
                number,
                day,
                patient,
                offer -> patient.mayHave(offer.product(), day),
                stream);
    }

    /**
     * One of the vaccines that fit a person on a day, by weight.
     *
     * @param also what else must hold
     * @return null when none fits
     */
    static @Nullable Offer pick(
            List<Offer> offers,
            int number,
            int day,
            Patient patient,
            Predicate<Offer> also,
            RandomStream stream) {
        int age = patient.ageOn(day);
        int ageDays = day - patient.birthDay();
        double sum = 0;
        long fitting = 0;
        for (int i = 0; i < offers.size(); i++) {
            Offer offer = offers.get(i);
            if (offer.fits(number, day, age, ageDays) && also.test(offer)) {
                sum += offer.weight();
                fitting |= 1L << i;
            }
        }
        if (fitting == 0) {
            return null;
        }
        double wanted = stream.nextDouble() * sum;
        Offer found = null;
        while (fitting != 0 && wanted >= 0) {
            found = offers.get(Long.numberOfTrailingZeros(fitting));
            wanted -= found.weight();
            fitting &= fitting - 1;
        }
        return found;
    }
}
