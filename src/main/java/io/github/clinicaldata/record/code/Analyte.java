package io.github.clinicaldata.record.code;

import io.github.clinicaldata.record.Text;
import io.github.clinicaldata.record.person.Sex;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that is measured, counted or asked, of {@code codes/analytes.yaml} and {@code
 * codes/vitals.yaml}.
 *
 * @param ordinal its position in the files
 * @param key in the files
 * @param loinc the LOINC code
 * @param name the LOINC name
 * @param unit the UCUM code, or null
 * @param decimals of a quantity
 * @param months the ages at which it is taken, in completed months
 * @param ranges the reference ranges, of which the first that fits counts
 * @param usual the value of a coded result that is held normal, or null
 * @param criticalLow below this a result is flagged LL; {@link ReferenceRange#NONE} for never
 * @param criticalHigh above this a result is flagged HH; {@link ReferenceRange#NONE} for never
 * @param reportBelow a result below this is reported as such; {@link ReferenceRange#NONE} for never
 * @param observed the share of its results that are observations of their own, 0 to 1
 * @param distribution of a quantity, or null
 * @param coded the values of what is no quantity, or null
 * @param links to other analytes
 */
public record Analyte(
        int ordinal,
        Text key,
        Text loinc,
        Text name,
        @Nullable Text unit,
        int decimals,
        IntRange months,
        List<ReferenceRange> ranges,
        @Nullable Text usual,
        long criticalLow,
        long criticalHigh,
        long reportBelow,
        double observed,
        @Nullable Distribution distribution,
        @Nullable CodedValues coded,
        AnalyteLinks links) {

    /** The reference range of somebody of an age in completed months, or null. */
    public @Nullable ReferenceRange range(Sex sex, int age) {
        for (int i = 0; i < ranges.size(); i++) {
            ReferenceRange range = ranges.get(i);
            if (range.fits(sex, age)) {
                return range;
            }
        }
        return null;
    }

    /** Two analytes are the same when they have the same key. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Analyte analyte && analyte.key.equals(key);
    }

    @Override
    public int hashCode() {
        return key.hashCode();
    }

    @Override
    public String toString() {
        return key.toString();
    }
}
