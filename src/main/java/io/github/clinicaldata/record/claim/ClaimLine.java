package io.github.clinicaldata.record.claim;

import io.github.clinicaldata.record.Text;
import io.github.clinicaldata.record.code.Drug;
import io.github.clinicaldata.record.code.Injection;
import io.github.clinicaldata.record.code.Service;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A line of a claim: what is billed, and what the payer makes of it. Amounts in cents; those of a
 * claim that takes another one back are negative.
 */
public final class ClaimLine {
    private static final Text ITEMS = Text.of("UN");
    private static final Text MILLILITRES = Text.of("ML");
    private static final Text GRAMS = Text.of("GR");
    private static final List<Text> FIRST = List.of(Text.of("1"));
    private static final Text RIGHT = Text.of("RT");
    private static final Text LEFT = Text.of("LT");
    private static final List<Text> FIRST_TWO = List.of(Text.of("1"), Text.of("2"));

    final @Nullable Service service;
    final @Nullable Drug drug;

    /** How a drug is billed that was given at the visit, or null. */
    final @Nullable Injection injection;

    /** In tenths. */
    final int units;

    final int day;
    long charge;

    /** What the payer's contract allows. */
    long agreed;

    /** What the payer allows, which is nothing where it denies. */
    long allowed;

    long deductible;
    long copay;
    long coinsurance;
    long notCovered;
    long paid;
    @Nullable DenialReason denial;

    /** The same line as the payer before decided on it, or null. */
    @Nullable ClaimLine prior;

    int number;
    boolean institutional;
    boolean known;
    boolean secondPointer;

    /** Whether it is of the left one of two sides. */
    boolean left;

    @Nullable Text forcedCode;

    ClaimLine(Service service, int units, int day) {
        this.service = service;
        this.drug = null;
        this.injection = null;
        this.units = units * 10;
        this.day = day;
    }

    ClaimLine(Drug drug, int quantity, int day) {
        this.service = null;
        this.drug = drug;
        this.injection = null;
        this.units = quantity;
        this.day = day;
    }

    /** A dose of a drug that was given at the visit. */
    ClaimLine(Injection injection, int day) {
        this.service = null;
        this.drug = injection.drug();
        this.injection = injection;
        this.units = injection.units() * 10;
        this.day = day;
    }

    /** The same line before the payer decides on it. */
    ClaimLine again() {
        ClaimLine line = unpriced();
        line.charge = charge;
        line.allowed = agreed;
        line.agreed = agreed;
        line.left = left;
        return line;
    }

    private ClaimLine unpriced() {
        if (service != null) {
            return new ClaimLine(service, units / 10, day);
        }
        return injection != null
                ? new ClaimLine(injection, day)
                : new ClaimLine(Objects.requireNonNull(drug), units, day);
    }

    /** The same line taken back. */
    ClaimLine negative() {
        ClaimLine line = again();
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

    /** The number of the line, from 1. */
    public int number() {
        return number;
    }

    /** How many, in tenths. */
    public int units() {
        return units;
    }

    /** The day of the service, in days since 1970-01-01. */
    public int day() {
        return day;
    }

    /** What the provider asks for. */
    public long charge() {
        return charge;
    }

    /** What the payer allows. */
    public long allowed() {
        return allowed;
    }

    /** What the payer pays. */
    public long paid() {
        return paid;
    }

    /** What the member owes before the plan pays. */
    public long deductible() {
        return deductible;
    }

    /** The fixed amount that the member owes. */
    public long copay() {
        return copay;
    }

    /** The share that the member owes. */
    public long coinsurance() {
        return coinsurance;
    }

    /** The same line as the payer before decided on it; null but in claims to a second payer. */
    public @Nullable ClaimLine prior() {
        return prior;
    }

    /** Why the line is denied, or null. */
    public @Nullable DenialReason denial() {
        return denial;
    }

    /** The procedure code, or null. */
    public @Nullable Text procedureCode() {
        if (forcedCode != null) {
            return forcedCode;
        }
        return service != null ? service.hcpcs() : injection == null ? null : injection.hcpcs();
    }

    /** The modifier, or null. */
    public @Nullable Text modifier() {
        if (service == null || forcedCode != null) {
            return null;
        }
        return left && hasSide() ? LEFT : service.modifier();
    }

    /** Whether it is of one of two sides; the table of services names the right one. */
    boolean hasSide() {
        return service != null && RIGHT.equals(service.modifier());
    }

    /** The revenue code of an institutional line, or null. */
    public @Nullable Text revenueCode() {
        if (!institutional) {
            return null;
        }
        return service != null ? service.revenue() : injection == null ? null : injection.revenue();
    }

    /** The NDC of a drug, or null. */
    public @Nullable Text ndc() {
        return drug == null ? null : drug.billedNdc();
    }

    /** How much of the NDC was given, in tenths of its unit; of drugs given at a visit, or 0. */
    public int ndcQuantity() {
        return injection == null ? 0 : injection.drug().quantity();
    }

    /** The unit of that: ML, GR or UN for what is counted; null but of drugs given at a visit. */
    public @Nullable Text ndcUnit() {
        if (injection == null) {
            return null;
        }
        return switch (injection.drug().unit().toString()) {
            case "mL" -> MILLILITRES;
            case "g" -> GRAMS;
            default -> ITEMS;
        };
    }

    /** What it is. */
    public Text description() {
        return service != null ? service.name() : Objects.requireNonNull(drug).name();
    }

    /** The unit of {@code units}. */
    public Text unit() {
        if (injection != null) {
            return ITEMS;
        }
        return service != null ? service.unit() : Objects.requireNonNull(drug).unit();
    }

    /** Numbers of the diagnoses that it is for, from 1. */
    public List<Text> pointers() {
        return secondPointer ? FIRST_TWO : FIRST;
    }

    /** Why what is not paid is not. */
    public List<Adjustment> adjustments() {
        return LineAdjustments.of(this);
    }

    /** What the member owes. */
    public long member() {
        return deductible + copay + coinsurance + notCovered;
    }

    /** Takes off an amount that is beyond what the member pays at most in a year. */
    void relieve(long beyond) {
        long left = beyond;
        long ofCoinsurance = Math.min(left, coinsurance);
        coinsurance -= ofCoinsurance;
        left -= ofCoinsurance;
        long ofCopay = Math.min(left, copay);
        copay -= ofCopay;
        deductible -= left - ofCopay;
    }

    /** What nobody owes. */
    public long contractual() {
        return charge - allowed;
    }

    /** Whether the line is for a service of a kind. */
    boolean isOf(Text kind) {
        return service != null && service.kind().equals(kind);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || other instanceof ClaimLine line
                        && Objects.equals(service, line.service)
                        && Objects.equals(drug, line.drug)
                        && Objects.equals(injection, line.injection)
                        && units == line.units
                        && day == line.day
                        && number == line.number
                        && known == line.known
                        && charge == line.charge
                        && allowed == line.allowed
                        && deductible == line.deductible
                        && copay == line.copay
                        && coinsurance == line.coinsurance
                        && notCovered == line.notCovered
                        && paid == line.paid
                        && Objects.equals(denial, line.denial)
                        && Objects.equals(prior, line.prior)
                        && Objects.equals(forcedCode, line.forcedCode);
    }

    @Override
    public int hashCode() {
        return Objects.hash(number, day, units, charge, allowed, paid);
    }
}
