package io.github.clinicaldata.record.code;

import io.github.clinicaldata.record.Text;

/**
 * A Medicare severity diagnosis related group, of {@code codes/msdrg.csv}.
 *
 * @param code three digits
 * @param title as in the table
 * @param surgical whether it is a surgical one
 * @param weight the relative weight, in ten-thousandths
 */
public record DrgGroup(Text code, Text title, boolean surgical, int weight) {
    private static final int TEN_THOUSANDTHS = 10_000;

    private static final class Holder {
        static final Keyed<DrgGroup> STANDARD =
                Keyed.of(
                        "msdrg.csv",
                        ReferenceTable.read("codes/msdrg.csv").stream()
                                .map(
                                        row ->
                                                new DrgGroup(
                                                        Rows.text(row, "drg"),
                                                        Rows.text(row, "title"),
                                                        row.getField("type").equals("SURG"),
                                                        (int)
                                                                Math.round(
                                                                        ReferenceTable.number(
                                                                                        row,
                                                                                        "weight")
                                                                                * TEN_THOUSANDTHS)))
                                .toList(),
                        group -> group.code().toString());
    }

    /** The groups of the product, read once. */
    public static Keyed<DrgGroup> standard() {
        return Holder.STANDARD;
    }
}
