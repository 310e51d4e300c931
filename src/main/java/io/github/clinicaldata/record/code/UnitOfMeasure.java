package io.github.clinicaldata.record.code;

import io.github.clinicaldata.record.Text;

/**
 * A unit of measure, of {@code codes/ucum.csv}.
 *
 * @param code the case sensitive UCUM code
 * @param meaning in words of our own
 */
public record UnitOfMeasure(Text code, Text meaning) {
    private static final class Holder {
        static final Keyed<UnitOfMeasure> STANDARD =
                Keyed.of(
                        "ucum.csv",
                        ReferenceTable.read("codes/ucum.csv").stream()
                                .map(
                                        row ->
                                                new UnitOfMeasure(
                                                        Rows.text(row, "unit"),
                                                        Rows.text(row, "meaning")))
                                .toList(),
                        unit -> unit.code().toString());
    }

    /** The units of the product, read once. */
    public static Keyed<UnitOfMeasure> standard() {
        return Holder.STANDARD;
    }
}
