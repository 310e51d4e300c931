package io.github.clinicaldata.record.claim;

import io.github.clinicaldata.record.code.DrgGroup;
import io.github.clinicaldata.record.code.Drug;
import io.github.clinicaldata.record.code.Injection;
import io.github.clinicaldata.record.code.Service;
import io.github.clinicaldata.record.health.Uniforms;
import io.github.clinicaldata.record.health.Visit;
import io.github.clinicaldata.record.pathway.Stay;
import io.github.clinicaldata.record.place.State;
import io.github.clinicaldata.record.random.Mixer;

/** Puts charges and allowed amounts, in cents, on the lines of a claim. */
final class Prices {
    /**
     * What Medicare pays for a stay of the relative weight 1: the operating and capital rates of
     * fiscal year 2025 together, about 7,100 dollars (CMS IPPS final rule, tables 1A and 1D), and
     * about a quarter more for teaching, for care of the poor, for outliers and as uncompensated
     * care (MedPAC, Report to the Congress, March 2024, chapter 3; approximate).
     */
    private static final long STAY_BASE_CENTS = 890_000;

    private static final double WEIGHT_UNIT = 10_000;

    /** Charges of a provider lie within these factors of the usual charge; no source. */
    private static final double LEAST_MARKUP = 0.85;

    private static final double MARKUP_SPREAD = 0.3;
    private static final long WHOLE_DOLLARS_FROM = 2_000;
    private static final double DRUG_MARKUP = 0.25;

    /** Medicare pays the average sales price and six percent (42 USC 1395w-3a). */
    private static final double DRUG_ADDITION = 1.06;

    /** Usual dispensing fees of pharmacies: commercial and of Medicaid programmes; approximate. */
    private static final long DISPENSING_CENTS = 150;

    /** Charges of skilled nursing facilities over what Medicare pays; approximate, no source. */
    private static final double NURSING_BILLED = 1.8;

    private final FeeSchedule fees = FeeSchedule.standard();
    private final ClaimTables tables = ClaimTables.standard();

    /** Prices a claim of services; one to a second payer keeps the charges that it has. */
    void price(ClaimDraft claim) {
        FeeSchedule.Level level = fees.level(claim.coverage);
        State state = claim.billing.address().place().state();
        boolean facility = claim.type == ClaimType.INSTITUTIONAL;
        double region = facility ? fees.facilityFactor(state) : fees.professionalFactor(state);
        Visit visit = claim.visit;
        Stay stay = visit == null ? null : visit.rule().stay();
        boolean nursing = stay != null && stay.drg() == null;
        double ofPayer =
                !facility
                        ? level.professional()
                        : stay == null
                                ? level.outpatient()
                                : nursing ? level.nursing() : level.facility();
        double multiple = region * ofPayer;
        double billed =
                !facility
                        ? level.billedProfessional()
                        : nursing ? NURSING_BILLED / level.nursing() : level.billedFacility();
        double markup =
                LEAST_MARKUP + MARKUP_SPREAD * Uniforms.of(Mixer.mix(claim.billing.npi()), 1);
        for (ClaimLine line : claim.lines) {
            Service service = line.service;
            if (service != null) {
                long price = facility ? service.facility() : service.professional();
                double allowed = price * (line.units / 10.0) * multiple;
                if (claim.prior == null) {
                    line.charge = rounded(allowed * billed * markup);
                }
                line.allowed = Math.min(line.charge, Math.round(allowed));
            }
            Injection dose = line.injection;
            if (dose != null) {
                double allowed = dose.unitPrice() * (line.units / 10.0) * DRUG_ADDITION * ofPayer;
                if (claim.prior == null) {
                    line.charge = rounded(allowed * billed * markup);
                }
                line.allowed = Math.min(line.charge, Math.round(allowed));
            }
        }
        if (facility && visit != null && stay != null) {
            spread(claim, Math.round(payment(visit) * multiple));
        }
        claim.lines.forEach(line -> line.agreed = line.allowed);
    }

    /** What Medicare pays for a stay: by its DRG, or in a skilled nursing facility by the day. */
    private double payment(Visit visit) {
        DrgGroup drg = visit.drg();
        return drg == null
                ? (double) tables.nursingDay().facility() * visit.nights()
                : STAY_BASE_CENTS * drg.weight() / WEIGHT_UNIT;
    }

    private static long rounded(double cents) {
        long whole = Math.round(cents);
        return whole < WHOLE_DOLLARS_FROM ? whole : (whole + 50) / 100 * 100;
    }

    /** A stay is paid as a whole; each line gets its part of that by its charge. */
    private static void spread(ClaimDraft claim, long payment) {
        long charges = claim.charge();
        if (charges < payment) {
            for (ClaimLine line : claim.lines) {
                line.charge = rounded((double) line.charge * payment * 1.5 / charges);
            }
            charges = claim.charge();
        }
        long before = 0;
        long given = 0;
        for (ClaimLine line : claim.lines) {
            before += line.charge;
            long until = Math.round((double) payment * before / charges);
            line.allowed = Math.min(line.charge, until - given);
            given += line.allowed;
        }
    }

    /** Prices a drug that was dispensed. */
    void priceDrug(ClaimDraft claim, ClaimLine line, Drug drug) {
        FeeSchedule.Level level = fees.level(claim.coverage);
        double cost = drug.unitPrice() / 100.0 * (line.units / 10.0);
        line.allowed = Math.round(cost * level.pharmacy()) + DISPENSING_CENTS;
        double markup = 1.1 + DRUG_MARKUP * Uniforms.of(Mixer.mix(claim.billing.npi()), 2);
        line.charge = Math.round(line.allowed * markup) + DISPENSING_CENTS * 4;
        line.agreed = line.allowed;
    }
}
