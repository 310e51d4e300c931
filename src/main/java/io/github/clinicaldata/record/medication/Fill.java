package io.github.clinicaldata.record.medication;

/**
 * A fill of a prescription at a pharmacy.
 *
 * @param prescription what is filled
 * @param number how many fills it had before
 * @param day in days since 1970-01-01
 * @param quantityTenths in tenths of the drug's unit
 * @param daysSupply how many days it lasts
 * @param daysLeft how many days the supply before it still lasts, or 0
 * @param key the key of its random streams
 */
public record Fill(
        Prescription prescription,
        int number,
        int day,
        int quantityTenths,
        int daysSupply,
        int daysLeft,
        long key) {}
