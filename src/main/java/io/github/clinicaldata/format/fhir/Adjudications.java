package io.github.clinicaldata.format.fhir;

import io.github.clinicaldata.record.Text;
import io.github.clinicaldata.record.claim.Claim;
import io.github.clinicaldata.record.claim.ClaimLine;
import io.github.clinicaldata.record.claim.ClaimType;
import io.github.clinicaldata.record.claim.Decision;
import io.github.clinicaldata.record.claim.DenialReason;

/**
 * Writes what the payer made of a claim, by the categories of CARIN Blue Button.
 *
 * <p>Of a line that is not denied, {@code submitted = eligible + discount} and {@code eligible =
 * benefit + deductible + copay + coinsurance}; of a denied one, {@code noncovered = submitted} and
 * {@code benefit = 0}. {@code memberliability} is what the member owes of either.
 */
final class Adjudications {
    private static final Fragment SUBMITTED = hl7("submitted", "Submitted Amount");
    private static final Fragment ELIGIBLE = hl7("eligible", "Eligible Amount");
    private static final Fragment DEDUCTIBLE = hl7("deductible", "Deductible");
    private static final Fragment COPAY = hl7("copay", "CoPay");
    private static final Fragment BENEFIT = hl7("benefit", "Benefit Amount");
    private static final Fragment COINSURANCE = c4bb("coinsurance", "Co-insurance");
    private static final Fragment DISCOUNT = c4bb("discount", "Discount");
    private static final Fragment NONCOVERED = c4bb("noncovered", "Noncovered");
    private static final Fragment LIABILITY = c4bb("memberliability", "Member liability");
    private static final Fragment PRIOR_PAYER_PAID = c4bb("priorpayerpaid", "Prior payer paid");
    private static final Fragment PAID = c4bb("paidtoprovider", "Paid to provider");
    private static final Fragment ADJUSTMENT_REASON = category("adjustmentreason");
    private static final Fragment REJECT_REASON = category("rejectreason");
    private static final Fragment[] BILLING_NETWORK = network("billingnetworkstatus");
    private static final Fragment[] PAYMENT_NETWORK = network("benefitpaymentstatus");

    private Adjudications() {}

    private static Fragment hl7(String code, String display) {
        return Fragments.concept(ClaimElements.CATEGORY, ClaimSystems.ADJUDICATION, code, display);
    }

    private static Fragment c4bb(String code, String display) {
        return Fragments.concept(
                ClaimElements.CATEGORY, ClaimSystems.C4BB_ADJUDICATION, code, display);
    }

    private static Fragment category(String code) {
        return Fragments.concept(
                ClaimElements.CATEGORY, ClaimSystems.C4BB_DISCRIMINATOR, code, null);
    }

    /** Items that tell of the network: out of it, and in it. */
    private static Fragment[] network(String code) {
        return new Fragment[] {
            network(code, "outofnetwork", "Out Of Network"),
            network(code, "innetwork", "In Network")
        };
    }

    private static Fragment network(String code, String status, String display) {
        return Fragment.of(
                writer -> {
                    writer.beginObject();
                    writer.fixed(category(code));
                    writer.fixed(
                            Fragments.concept(
                                    ClaimElements.REASON,
                                    ClaimSystems.C4BB_STATUS,
                                    status,
                                    display));
                    writer.endObject();
                });
    }

    private static Fragment network(Fragment[] items, Claim claim) {
        return items[claim.inNetwork() ? 1 : 0];
    }

    /** Writes what holds for the whole claim and is no amount. */
    static void header(ResourceWriter writer, Claim claim) {
        writer.beginArray(ClaimElements.ADJUDICATION);
        writer.fixed(network(BILLING_NETWORK, claim));
        if (claim.type() != ClaimType.PROFESSIONAL) {
            writer.fixed(network(PAYMENT_NETWORK, claim));
        }
        writer.endArray();
    }

    /** Writes the amounts of a line, why it is denied, and whether it is in the network. */
    static void line(ResourceWriter writer, Claim claim, ClaimLine line) {
        DenialReason denial = line.denial();
        writer.beginArray(ClaimElements.ADJUDICATION);
        amount(writer, SUBMITTED, line.charge());
        amount(writer, ELIGIBLE, line.allowed());
        unlessZero(writer, DISCOUNT, denial == null ? line.contractual() : 0);
        unlessZero(writer, NONCOVERED, denial == null ? 0 : line.charge());
        unlessZero(writer, DEDUCTIBLE, line.deductible());
        unlessZero(writer, COPAY, line.copay());
        unlessZero(writer, COINSURANCE, line.coinsurance());
        amount(writer, BENEFIT, line.paid());
        ClaimLine before = line.prior();
        unlessZero(writer, PRIOR_PAYER_PAID, before == null ? 0 : before.paid());
        unlessZero(writer, LIABILITY, line.member());
        if (denial != null) {
            denial(writer, claim.type(), denial);
        }
        if (claim.type() == ClaimType.PROFESSIONAL) {
            writer.fixed(network(PAYMENT_NETWORK, claim));
        }
        writer.endArray();
    }

    private static void denial(ResourceWriter writer, ClaimType type, DenialReason denial) {
        boolean pharmacy = type == ClaimType.PHARMACY;
        writer.beginObject();
        writer.fixed(pharmacy ? REJECT_REASON : ADJUSTMENT_REASON);
        writer.beginObject(ClaimElements.REASON);
        writer.beginArray(Elements.CODING);
        CodingSystem system =
                pharmacy ? ClaimSystems.PHARMACY_REJECT : ClaimSystems.ADJUSTMENT_REASON;
        system.coding(writer, denial.code(), null);
        Text remark = denial.remark();
        if (remark != null) {
            ClaimSystems.REMARK.coding(writer, remark, null);
        }
        writer.endArray();
        writer.endObject();
        writer.endObject();
    }

    /**
     * Writes the totals.
     *
     * @param paid whether the payment was sent
     */
    static void totals(ResourceWriter writer, Claim claim, Decision decision, boolean paid) {
        long denied = denied(claim);
        writer.beginArray(ClaimElements.TOTAL);
        amount(writer, SUBMITTED, claim.charge());
        amount(writer, ELIGIBLE, decision.allowed());
        unlessZero(writer, DISCOUNT, discount(claim));
        unlessZero(writer, NONCOVERED, denied);
        unlessZero(writer, DEDUCTIBLE, decision.deductible());
        unlessZero(writer, COPAY, decision.copay());
        unlessZero(writer, COINSURANCE, decision.coinsurance());
        amount(writer, BENEFIT, decision.paid());
        Decision before = claim.priorDecision();
        unlessZero(writer, PRIOR_PAYER_PAID, before == null ? 0 : before.paid());
        amount(writer, LIABILITY, decision.member());
        if (paid) {
            amount(writer, PAID, decision.paid());
        }
        writer.endArray();
    }

    /** What is charged for lines that are denied. */
    static long denied(Claim claim) {
        long sum = 0;
        for (ClaimLine line : claim.lines()) {
            sum += line.denial() == null ? 0 : line.charge();
        }
        return sum;
    }

    private static long discount(Claim claim) {
        long sum = 0;
        for (ClaimLine line : claim.lines()) {
            sum += line.denial() == null ? line.contractual() : 0;
        }
        return sum;
    }

    private static void unlessZero(ResourceWriter writer, Fragment category, long cents) {
        if (cents != 0) {
            amount(writer, category, cents);
        }
    }

    private static void amount(ResourceWriter writer, Fragment category, long cents) {
        writer.beginObject();
        writer.fixed(category);
        FinancialTypes.money(writer, ClaimElements.AMOUNT, cents);
        writer.endObject();
    }
}
