package io.github.clinicaldata.record.code;

import io.github.clinicaldata.record.Text;

/**
 * How somebody leaves a hospital, of {@code codes/discharge-statuses.csv}.
 *
 * @param code two digits
 * @param key in data files
 * @param name in words of our own
 */
public record DischargeStatus(Text code, String key, Text name) {
    private static final class Holder {
        static final Keyed<DischargeStatus> STANDARD =
                Keyed.of(
                        "discharge-statuses.csv",
                        ReferenceTable.read("codes/discharge-statuses.csv").stream()
                                .map(
                                        row ->
                                                new DischargeStatus(
                                                        Rows.text(row, "code"),
                                                        row.getField("key"),
                                                        Rows.text(row, "name")))
                                .toList(),
                        DischargeStatus::key);
    }

    /** The statuses of the product, read once. */
    public static Keyed<DischargeStatus> standard() {
        return Holder.STANDARD;
    }
}
