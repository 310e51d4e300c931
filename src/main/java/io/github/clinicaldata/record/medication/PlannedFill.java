package io.github.clinicaldata.record.medication;

/**
 * A fill that may be chosen.
 *
 * @param supply of which it is
 * @param day in days since 1970-01-01
 * @param quantityTenths in tenths of the drug's unit
 * @param daysSupply how many days it lasts
 * @param daysLeft how many days the supply before it still lasts, or 0
 * @param key the key of its random streams
 */
record PlannedFill(
        Supply supply, int day, int quantityTenths, int daysSupply, int daysLeft, long key) {
    /** The next whole fill of a supply, on a day. */
    static PlannedFill next(Supply supply, int day) {
        Prescription prescription = supply.prescription();
        return new PlannedFill(
                supply,
                day,
                prescription.quantityTenths(),
                prescription.daysSupply(),
                supply.left(day),
                supply.key());
    }

    /** The position of the member. */
    int member() {
        return supply.prescription().member();
    }

    /** The fill, after all that are earlier. */
    Fill made() {
        return new Fill(
                supply.prescription(),
                supply.countFill(),
                day,
                quantityTenths,
                daysSupply,
                daysLeft,
                key);
    }
}
