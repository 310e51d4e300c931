package io.github.clinicaldata.record.claim;

import io.github.clinicaldata.record.Text;
import io.github.clinicaldata.record.code.Drug;
import io.github.clinicaldata.record.code.Service;
import org.jspecify.annotations.Nullable;

/** A line of a claim while the claim is made: what is billed, and what the payer makes of it. */
final class DraftLine {
    final @Nullable Service service;
    final @Nullable Drug drug;

    /** In tenths. */
    final int units;

    final int day;
    long charge;
    long allowed;
    long deductible;
    long copay;
    long coinsurance;
    long notCovered;
    long paid;
    @Nullable DenialReason denial;

    DraftLine(Service service, int units, int day) {
        this.service = service;
        this.drug = null;
        this.units = units * 10;
        this.day = day;
    }

    DraftLine(Drug drug, int quantity, int day) {
        this.service = null;
        this.drug = drug;
        this.units = quantity;
        this.day = day;
    }

    /** The same line taken back. */
    DraftLine negative() {
        DraftLine line =
                service != null
                        ? new DraftLine(service, units / 10, day)
                        : new DraftLine(java.util.Objects.requireNonNull(drug), units, day);
        line.charge = -charge;
        line.allowed = -allowed;
        line.deductible = -deductible;
        line.copay = -copay;
        line.coinsurance = -coinsurance;
        line.notCovered = -notCovered;
        line.paid = -paid;
        line.denial = denial;
        return line;
    }

    /** What the member owes. */
    long member() {
        return deductible + copay + coinsurance + notCovered;
    }

    /** What nobody owes. */
    long contractual() {
        return charge - allowed;
    }

    /** Whether the line is for a service of a kind. */
    boolean isOf(Text kind) {
        return service != null && service.kind().equals(kind);
    }
}
