package io.github.clinicaldata.record.code;

import io.github.clinicaldata.record.Text;

/**
 * A code of LOINC, of {@code codes/loinc.csv}. See the notice in the file.
 *
 * @param code digits, a hyphen and a check digit
 * @param name the long common name, or an earlier or shorter name of the same code
 * @param classType our own grouping: Laboratory, Radiology, Vital signs and the like
 */
public record LoincCode(Text code, Text name, Text classType) {
    private static final class Holder {
        static final Keyed<LoincCode> STANDARD =
                Keyed.of(
                        "loinc.csv",
                        ReferenceTable.read("codes/loinc.csv").stream()
                                .map(
                                        row ->
                                                new LoincCode(
                                                        Rows.text(row, "loinc"),
                                                        Rows.text(row, "long_common_name"),
                                                        Rows.text(row, "class_type")))
                                .toList(),
                        code -> code.code().toString());
    }

    /** The codes of the product, read once. */
    public static Keyed<LoincCode> standard() {
        return Holder.STANDARD;
    }
}
