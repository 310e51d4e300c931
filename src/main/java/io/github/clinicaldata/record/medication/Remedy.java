package io.github.clinicaldata.record.medication;

import io.github.clinicaldata.record.allergy.Allergen;
import io.github.clinicaldata.record.allergy.Allergens;
import io.github.clinicaldata.record.code.Drug;

/** A drug with what decides on its use, found once. */
final class Remedy {
    private final Drug drug;
    private final int effect;
    private final boolean together;
    private final boolean dispensed;
    private final int validDays;
    private final long avoided;

    private Remedy(Drug drug) {
        this.drug = drug;
        effect = DrugClasses.effect(drug.drugClass());
        together = DrugClasses.goTogether(drug.drugClass());
        dispensed = !ClinicDrugs.standard().has(drug);
        validDays = Schedules.validDays(drug);
        long bits = 0;
        for (Allergen allergen : Allergens.standard().all()) {
            bits |= allergen.avoided().contains(drug.drugClass()) ? 1L << allergen.ordinal() : 0;
        }
        avoided = bits;
    }

    static Remedy of(Drug drug) {
        return new Remedy(drug);
    }

    /** The drug. */
    Drug drug() {
        return drug;
    }

    /** Whether a condition may need two drugs of the class. */
    boolean together() {
        return together;
    }

    /** Whether a pharmacy fills it; otherwise it is given where it was ordered. */
    boolean dispensed() {
        return dispensed;
    }

    /** Whether a plan is billed for it: what is sold without a prescription is not. */
    boolean billed() {
        return dispensed && !drug.overTheCounter();
    }

    /** Days from the writing on within which it may be filled. */
    int validDays() {
        return validDays;
    }

    /** Whether it does the same as another. */
    boolean doesTheSame(Remedy other) {
        return effect == other.effect;
    }

    /** Whether those with an allergy must not be given it. */
    boolean isAvoidedFor(Allergen allergen) {
        return (avoided >>> allergen.ordinal() & 1) != 0;
    }
}
