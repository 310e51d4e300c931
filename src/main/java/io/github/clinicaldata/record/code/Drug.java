package io.github.clinicaldata.record.code;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.github.clinicaldata.record.DigitPattern;
import io.github.clinicaldata.record.Text;
import io.github.clinicaldata.record.random.Mixer;
import org.jspecify.annotations.Nullable;

/**
 * A drug of {@code codes/drugs.csv}.
 *
 * @param key ingredient, strength and form
 * @param keyText the same as text
 * @param name of the clinical drug in RxNorm
 * @param ingredient what is in it
 * @param rxnorm RxNorm's code of the clinical drug, or null where none is sure
 * @param ndc eleven digits of one product, or null
 * @param billedNdc the NDC that a pharmacy bills: of the product or, where none is at hand, one
 *     with the labeler 00000, which the FDA assigns to nobody
 * @param form for example tablet
 * @param route for example oral
 * @param unit in which it is counted
 * @param brand whether it is usually dispensed as a brand
 * @param schedule of the Controlled Substances Act, or null
 * @param drugClass its class in words of our own
 * @param unitPrice hundredths of a cent for a unit
 * @param days usual days of a supply
 * @param quantity usual quantity of a supply in tenths of the unit
 * @param part the least of a supply that a pharmacy hands out, in tenths of the unit, or 0 where a
 *     package is not opened, so that a supply is never divided
 * @param directions the usual ones for the patient
 * @param safeInPregnancy whether it is generally used in pregnancy
 * @param overTheCounter whether it is sold without a prescription, so that no plan pays for it
 */
public record Drug(
        String key,
        Text keyText,
        Text name,
        Text ingredient,
        @Nullable Text rxnorm,
        @Nullable Text ndc,
        Text billedNdc,
        Text form,
        Text route,
        Text unit,
        boolean brand,
        @Nullable Text schedule,
        Text drugClass,
        long unitPrice,
        int days,
        int quantity,
        int part,
        Text directions,
        boolean safeInPregnancy,
        boolean overTheCounter) {
    private static final DigitPattern INVENTED = DigitPattern.of("######");
    private static final long MOST = 1_000_000;

    /** Whether a pharmacy can hand out so many tenths as a part of a supply. */
    public boolean canHandOut(int tenths) {
        return part > 0 && tenths > 0 && tenths % part == 0;
    }

    /** The drugs of the product, read once. */
    public static Keyed<Drug> standard() {
        return Holder.STANDARD;
    }

    private static Drug of(NamedCsvRecord row) {
        Text ndc = Rows.textOrNull(row, "ndc");
        return new Drug(
                row.getField("drug"),
                Rows.text(row, "drug"),
                Rows.text(row, "name"),
                Rows.text(row, "ingredient"),
                Rows.textOrNull(row, "rxnorm"),
                ndc,
                ndc != null ? ndc : invented(row.getField("drug")),
                Rows.text(row, "form"),
                Rows.text(row, "route"),
                Rows.text(row, "dose_unit"),
                Rows.flag(row, "brand"),
                Rows.textOrNull(row, "schedule"),
                Rows.text(row, "class"),
                Rows.number(row, "unit_price_cents_x100", 0),
                ReferenceTable.integer(row, "days"),
                Rows.tenths(row.getField("quantity")),
                part(row),
                Rows.text(row, "sig"),
                Rows.flag(row, "pregnancy_safe"),
                Rows.flag(row, "otc"));
    }

    private static int part(NamedCsvRecord row) {
        String value = row.getField("part");
        return value.isEmpty() ? 0 : Rows.tenths(value);
    }

    /** Product and package of six digits after a labeler that is nobody. */
    private static Text invented(String key) {
        return Text.of("00000" + INVENTED.format(Long.remainderUnsigned(Mixer.hash(key), MOST)));
    }

    private static final class Holder {
        static final Keyed<Drug> STANDARD =
                Keyed.of(
                        "drugs.csv",
                        ReferenceTable.read("codes/drugs.csv").stream().map(Drug::of).toList(),
                        Drug::key);
    }
}
