package io.github.clinicaldata.record.claim;

import io.github.clinicaldata.record.RecordSchema;
import io.github.clinicaldata.record.Text;
import io.github.clinicaldata.record.code.Drug;
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
                    .optionalText("ndc", ClaimLine::ndc, "Of pharmacy claims: NDC, eleven digits")
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
                    .build();

    final @Nullable Service service;
    final @Nullable Drug drug;

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
    int number;
    boolean institutional;
    boolean known;
    boolean secondPointer;
    @Nullable Text forcedCode;

    ClaimLine(Service service, int units, int day) {
        this.service = service;
        this.drug = null;
        this.units = units * 10;
        this.day = day;
    }

    ClaimLine(Drug drug, int quantity, int day) {
        this.service = null;
        this.drug = drug;
        this.units = quantity;
        this.day = day;
    }

    /** The same line before the payer decides on it. */
    ClaimLine again() {
        ClaimLine line =
                service != null
                        ? new ClaimLine(service, units / 10, day)
                        : new ClaimLine(Objects.requireNonNull(drug), units, day);
        line.charge = charge;
        line.allowed = agreed;
        line.agreed = agreed;
        return line;
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

    /** Why the line is denied, or null. */
    public @Nullable DenialReason denial() {
        return denial;
    }

    /** The procedure code, or null. */
    public @Nullable Text procedureCode() {
        return forcedCode != null ? forcedCode : service == null ? null : service.hcpcs();
    }

    /** The modifier, or null. */
    public @Nullable Text modifier() {
        return service == null || forcedCode != null ? null : service.modifier();
    }

    /** The revenue code of an institutional line, or null. */
    public @Nullable Text revenueCode() {
        return institutional && service != null ? service.revenue() : null;
    }

    /** The NDC of a drug, or null. */
    public @Nullable Text ndc() {
        return drug == null ? null : drug.billedNdc();
    }

    /** What it is. */
    public Text description() {
        return service != null ? service.name() : Objects.requireNonNull(drug).name();
    }

    /** The unit of {@code units}. */
    public Text unit() {
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
                        && Objects.equals(forcedCode, line.forcedCode);
    }

    @Override
    public int hashCode() {
        return Objects.hash(number, day, units, charge, allowed, paid);
    }
}
