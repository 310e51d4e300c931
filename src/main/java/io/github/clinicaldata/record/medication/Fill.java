package io.github.clinicaldata.record.medication;

public record Fill(
        Prescription prescription,
        int number,
        int day,
        int quantityTenths,
        int daysSupply,
        long key) {}
