package io.github.clinicaldata.record.code;

import io.github.clinicaldata.record.Text;
import org.jspecify.annotations.Nullable;

/**
 * A drug of {@code codes/drugs.csv}.
 *
 * @param key ingredient, strength and form
 * @param name of the clinical drug in RxNorm
 * @param ingredient what is in it
 * @param rxnorm RxNorm's code of the clinical drug, or null where none is sure
 * @param ndc eleven digits of one product, or null
 * @param form for example tablet
 * @param route for example oral
 * @param unit in which it is counted
 * @param brand whether it is usually dispensed as a brand
 * @param schedule of the Controlled Substances Act, or null
 * @param drugClass its class in words of our own
 * @param unitPrice hundredths of a cent for a unit
 * @param days usual days of a supply
 * @param quantity usual quantity of a supply in tenths of the unit
 * @param directions for the patient
 * @param safeInPregnancy whether it is generally used in pregnancy
 */
public record Drug(
        String key,
        Text name,
        Text ingredient,
        @Nullable Text rxnorm,
        @Nullable Text ndc,
        Text form,
        Text route,
        Text unit,
        boolean brand,
        @Nullable Text schedule,
        Text drugClass,
        long unitPrice,
        int days,
        int quantity,
        Text directions,
        boolean safeInPregnancy) {
    /** The drugs of the product, read once. */
    public static Keyed<Drug> standard() {
        return Holder.STANDARD;
    }

    private static final class Holder {
        static final Keyed<Drug> STANDARD =
                Keyed.of(
                        "drugs.csv",
                        ReferenceTable.read("codes/drugs.csv").stream()
                                .map(
                                        row ->
                                                new Drug(
                                                        row.getField("drug"),
                                                        Rows.text(row, "name"),
                                                        Rows.text(row, "ingredient"),
                                                        Rows.textOrNull(row, "rxnorm"),
                                                        Rows.textOrNull(row, "ndc"),
                                                        Rows.text(row, "form"),
                                                        Rows.text(row, "route"),
                                                        Rows.text(row, "dose_unit"),
                                                        Rows.flag(row, "brand"),
                                                        Rows.textOrNull(row, "schedule"),
                                                        Rows.text(row, "class"),
                                                        Rows.number(
                                                                row, "unit_price_cents_x100", 0),
                                                        ReferenceTable.integer(row, "days"),
                                                        Rows.tenths(row.getField("quantity")),
                                                        Rows.text(row, "sig"),
                                                        Rows.flag(row, "pregnancy_safe")))
                                .toList(),
                        Drug::key);
    }
}
