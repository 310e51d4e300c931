package io.github.clinicaldata.record.claim;

import io.github.clinicaldata.record.Field;
import io.github.clinicaldata.record.RecordSchema;
import io.github.clinicaldata.record.Text;
import io.github.clinicaldata.record.code.Drug;
import io.github.clinicaldata.record.code.Injection;
import io.github.clinicaldata.record.code.Service;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A line of a claim: what is billed, and what the payer makes of it. Amounts in cents; those of a
 * claim that takes another one back are negative.
 */
public final class ClaimLine {
    private static final Text CONTRACTUAL = Text.of("CO");
    private static final Text MEMBERS = Text.of("PR");
    private static final Text OTHER = Text.of("OA");
    private static final Text PRIOR_PAYER = Text.of("23");
    private static final Text ITEMS = Text.of("UN");
    private static final Text MILLILITRES = Text.of("ML");
    private static final Text GRAMS = Text.of("GR");
    private static final Text DISCOUNT = Text.of("45");
    private static final Text DEDUCTIBLE = Text.of("1");
    private static final Text COINSURANCE = Text.of("2");
    private static final Text COPAY = Text.of("3");
    private static final List<Text> FIRST = List.of(Text.of("1"));
    private static final List<Text> FIRST_TWO = List.of(Text.of("1"), Text.of("2"));

    /** What the payer made of a line. */
    static final RecordSchema<ClaimLine> ADJUDICATION =
            RecordSchema.<ClaimLine>named("claim_line_adjudication")
                    .money("allowed", ClaimLine::allowed, "What the payer's contract allows")
                    .money("deductible", line -> line.deductible, "Of it, the member's deductible")
                    .money("copay", line -> line.copay, "Of it, the member's copay")
                    .money("coinsurance", line -> line.coinsurance, "Of it, the member's share")
                    .money("not_covered", line -> line.notCovered, "Of it, what no benefit covers")
                    .money("paid", ClaimLine::paid, "Of it, what the payer pays")
                    .groups(
                            "adjustments",
                            ClaimLine::adjustments,
                            Adjustment.SCHEMA,
                            "Why the rest of the charge is not paid; with what is paid they make up"
                                    + " the charge")
                    .build();

    /** What the payer before made of a line. */
    private static final RecordSchema<ClaimLine> PRIOR =
            RecordSchema.<ClaimLine>named("claim_line_prior_payer")
                    .money("paid", ClaimLine::paid, "What that payer paid")
                    .groups(
                            "adjustments",
                            ClaimLine::adjustments,
                            Adjustment.SCHEMA,
                            "Why it did not pay the rest of the charge")
                    .build();

    /** The fields of a line. */
    public static final RecordSchema<ClaimLine> SCHEMA =
            RecordSchema.<ClaimLine>named("claim_line")
                    .integer("number", ClaimLine::number, "Number of the line, from 1")
                    .date(
                            "service_date",
                            line -> LocalDate.ofEpochDay(line.day),
                            "Day of the service or fill")
                    .optionalText(
                            "procedure_code",
                            ClaimLine::procedureCode,
                            "HCPCS code, or that of a site's own set")
                    .optionalText("modifier", ClaimLine::modifier, "Modifier")
                    .optionalText("revenue_code", ClaimLine::revenueCode, "Of institutional claims")
                    .optionalText("ndc", ClaimLine::ndc, "Of drugs: NDC, eleven digits")
                    .text("description", ClaimLine::description, "What it is, in plain words")
                    .decimal("units", line -> line.units, 1, "How many")
                    .text("unit", ClaimLine::unit, "UN items, DA days, MJ minutes, or a dose form")
                    .money("charge", ClaimLine::charge, "What the provider asks for")
                    .texts(
                            "diagnosis_pointers",
                            ClaimLine::pointers,
                            "Numbers of the diagnoses that it is for")
                    .optionalGroup(
                            "adjudication",
                            line -> line.known ? line : null,
                            ADJUDICATION,
                            "What the payer made of it, once it is decided")
                    .optionalGroup(
                            "prior_payer",
                            ClaimLine::prior,
                            PRIOR,
                            "What the payer before made of it, of a claim to a second one")
                    .optionalDecimal(
                            "ndc_quantity",
                            line ->
                                    line.injection == null
                                            ? Field.DecimalField.ABSENT
                                            : line.ndcQuantity(),
                            line -> 1,
                            "How much of the NDC a visit's claim is for, in its unit")
                    .optionalText(
                            "ndc_unit", ClaimLine::ndcUnit, "ML, GR or UN for what is counted")
                    .build();

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
        return service == null || forcedCode != null ? null : service.modifier();
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
        List<Adjustment> adjustments = new ArrayList<>(3);
        DenialReason reason = denial;
        if (reason != null) {
            adjustments.add(new Adjustment(reason.group(), reason.code(), charge, reason.remark()));
            return adjustments;
        }
        ClaimLine before = prior;
        if (before != null) {
            long left = before.denial == null ? before.member() : 0;
            add(adjustments, OTHER, PRIOR_PAYER, charge - left);
            add(adjustments, CONTRACTUAL, DISCOUNT, left - paid);
            return adjustments;
        }
        add(adjustments, CONTRACTUAL, DISCOUNT, contractual());
        add(adjustments, MEMBERS, DEDUCTIBLE, deductible);
        add(adjustments, MEMBERS, COINSURANCE, coinsurance);
        add(adjustments, MEMBERS, COPAY, copay);
        return adjustments;
    }

    private static void add(List<Adjustment> adjustments, Text group, Text reason, long amount) {
        if (amount != 0) {
            adjustments.add(new Adjustment(group, reason, amount, null));
        }
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
