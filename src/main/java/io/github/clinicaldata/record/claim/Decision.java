package io.github.clinicaldata.record.claim;

import io.github.clinicaldata.record.RecordSchema;
import io.github.clinicaldata.record.Text;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What the payer made of a claim. Amounts in cents. */
public final class Decision {
    /** The fields of a decision. */
    public static final RecordSchema<Decision> SCHEMA =
            RecordSchema.<Decision>named("claim_decision")
                    .date("date", decision -> date(decision.claim.decided), "When it was made")
                    .date(
                            "payment_date",
                            decision -> date(decision.claim.paidOn),
                            "When the payment, or its denial, is sent")
                    .money("allowed", Decision::allowed, "Sum over the lines")
                    .money("contractual", Decision::contractual, "Sum over the lines")
                    .money("deductible", Decision::deductible, "Sum over the lines")
                    .money("copay", Decision::copay, "Sum over the lines")
                    .money("coinsurance", Decision::coinsurance, "Sum over the lines")
                    .money("not_covered", Decision::notCovered, "Sum over the lines")
                    .money(
                            "member",
                            Decision::member,
                            "What the member owes: deductible, copay, coinsurance and what is not"
                                    + " covered")
                    .money("paid", Decision::paid, "What the payer pays")
                    .optionalText("denial", Decision::denial, "Why it, or a line of it, was denied")
                    .money(
                            "deductible_met",
                            decision -> decision.claim.deductibleMet,
                            "The member's deductible of the plan year so far, this claim included")
                    .money(
                            "out_of_pocket_met",
                            decision -> decision.claim.outOfPocketMet,
                            "What the member has paid in the plan year so far, this claim included")
                    .money(
                            "family_deductible_met",
                            decision -> decision.claim.familyDeductibleMet,
                            "The same of all on the policy; the plan's family limit is twice that"
                                    + " of a person")
                    .money(
                            "family_out_of_pocket_met",
                            decision -> decision.claim.familyOutOfPocketMet,
                            "What all on the policy have paid in the plan year so far")
                    .build();

    private final ClaimDraft claim;

    Decision(ClaimDraft claim) {
        this.claim = claim;
    }

    private static LocalDate date(int day) {
        return LocalDate.ofEpochDay(day);
    }

    /** What the payer allows. */
    public long allowed() {
        return claim.allowed();
    }

    /** What nobody owes. */
    public long contractual() {
        return claim.charge() - claim.allowed();
    }

    /** The member's deductible. */
    public long deductible() {
        long sum = 0;
        for (ClaimLine line : claim.lines) {
            sum += line.deductible;
        }
        return sum;
    }

    /** The member's copay. */
    public long copay() {
        long sum = 0;
        for (ClaimLine line : claim.lines) {
            sum += line.copay;
        }
        return sum;
    }

    /** The member's coinsurance. */
    public long coinsurance() {
        long sum = 0;
        for (ClaimLine line : claim.lines) {
            sum += line.coinsurance;
        }
        return sum;
    }

    /** What no benefit covers. */
    public long notCovered() {
        long sum = 0;
        for (ClaimLine line : claim.lines) {
            sum += line.notCovered;
        }
        return sum;
    }

    /** What the member owes. */
    public long member() {
        return claim.allowed() - claim.paid();
    }

    /** What the payer pays. */
    public long paid() {
        return claim.paid();
    }

    /** The member's deductible of the plan year so far. */
    public long deductibleMet() {
        return claim.deductibleMet;
    }

    /** What the member has paid in the plan year so far. */
    public long outOfPocketMet() {
        return claim.outOfPocketMet;
    }

    /** The key of the reason of a denial, or null. */
    public @Nullable Text denial() {
        return claim.denial == null ? null : claim.denial.key();
    }

    /** The day of the payment, in days since 1970-01-01. */
    public int paymentDay() {
        return claim.paidOn;
    }
}
