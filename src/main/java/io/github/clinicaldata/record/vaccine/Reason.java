package io.github.clinicaldata.record.vaccine;

import io.github.clinicaldata.record.Text;
import io.github.clinicaldata.record.code.IntRange;

/**
 * Why a dose was not given, a row of {@code codes/vaccine-reasons.csv}.
 *
 * @param kind refusal and the like
 * @param code of NIP002 for refusals; for others see the table
 * @param text the reason in words
 * @param weight how common it is within its kind
 * @param applies {@code any}, {@code live} or a vaccine group
 * @param ages in whole years on the day
 * @param doseFrom the first dose number that it can stop
 */
record Reason(
        Kind kind,
        Text code,
        Text text,
        double weight,
        String applies,
        IntRange ages,
        int doseFrom) {
    private static final String ANY = "any";
    private static final String LIVE = "live";

    /** What kind of reason. */
    enum Kind {
        /** Somebody did not want it. */
        REFUSAL(VaccineStatus.REFUSED),
        /** It is never to be given again. */
        CONTRAINDICATION(VaccineStatus.CONTRAINDICATED),
        /** It is put off for some days. */
        PRECAUTION(VaccineStatus.CONTRAINDICATED),
        /** Nobody came. */
        MISSED(VaccineStatus.MISSED),
        /** There was no vaccine. */
        STOCK(VaccineStatus.MISSED);

        private final VaccineStatus status;

        Kind(VaccineStatus status) {
            this.status = status;
        }

        /** The status that it leads to. */
        VaccineStatus status() {
            return status;
        }
    }

    /** Whether it can stop a dose. */
    boolean fits(Kind wanted, Product product, int age, int number) {
        return kind == wanted
                && number >= doseFrom
                && ages.contains(age)
                && (applies.equals(ANY)
                        || applies.equals(LIVE) && product.live()
                        || product.groups().contains(applies));
    }
}
