package io.github.clinicaldata.record.remittance;

import io.github.clinicaldata.record.DigitPattern;
import io.github.clinicaldata.record.RecordId;
import io.github.clinicaldata.record.RecordSchema;
import io.github.clinicaldata.record.coverage.Payer;
import io.github.clinicaldata.record.person.Identifiers;
import io.github.clinicaldata.record.provider.Provider;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * What a payer pays to a payee on a day. The payment is the sum of its claims and adjustments, and
 * never below zero: a balance that the payee owes is carried to the next payment of the plan year;
 * one that is left at its end is settled without a remittance. Amounts in cents.
 *
 * @param id the record's id
 * @param number of the payment
 * @param day of the payment, in days since 1970-01-01
 * @param method how the money reaches the payee
 * @param payer who pays
 * @param payee who billed the claims
 * @param carriedFrom balance of earlier payments, zero or negative
 * @param carriedTo balance for a later payment, zero or negative
 * @param claims the claims, in the order of their receipt; at least one
 */
public record Remittance(
        RecordId id,
        long number,
        int day,
        PaymentMethod method,
        Payer payer,
        Provider payee,
        long carriedFrom,
        long carriedTo,
        List<SettledClaim> claims) {
    /** How payment numbers are written, of checks and of transfers. */
    public static final DigitPattern NUMBER = DigitPattern.of("SYNP##############");

    /** The fields of a remittance. */
    public static final RecordSchema<Remittance> SCHEMA =
            RecordSchema.<Remittance>named("remittance")
                    .id("id", Remittance::id, "Id of the record")
                    .bool("synthetic", remittance -> true, "Always true: nobody real")
                    .digits(
                            "payment_number",
                            NUMBER,
                            Remittance::number,
                            "Number of the transfer or check, invented")
                    .code(
                            "method",
                            PaymentMethod.class,
                            Remittance::method,
                            "ACH transfer, CHK check, NON nothing is paid")
                    .date(
                            "payment_date",
                            remittance -> LocalDate.ofEpochDay(remittance.day()),
                            "Day of the payment, the payment date of each of its claims")
                    .text("payer_id", remittance -> remittance.payer().id(), "The payer's id")
                    .text("payer_name", remittance -> remittance.payer().name(), "The payer")
                    .group(
                            "payee",
                            Remittance::payee,
                            Provider.REFERENCE,
                            "Who is paid: the billing provider of the claims")
                    .digits(
                            "payee_tax_id",
                            Identifiers.EIN,
                            remittance -> remittance.payee().taxId(),
                            "Employer identification number, prefix never assigned")
                    .money(
                            "total_paid",
                            Remittance::total,
                            "Sum of what is paid of the claims and of the provider adjustments")
                    .groups(
                            "provider_adjustments",
                            Remittance::adjustments,
                            ProviderAdjustment.SCHEMA,
                            "What changes the payment beside its claims")
                    .groups(
                            "claims",
                            Remittance::claims,
                            SettledClaim.SCHEMA,
                            "The claims that it settles, in the order of their receipt")
                    .build();

    /** What is paid. */
    public long total() {
        long sum = carriedFrom - carriedTo;
        for (SettledClaim claim : claims) {
            sum += claim.paid();
        }
        return sum;
    }

    /** What changes the payment beside its claims. */
    public List<ProviderAdjustment> adjustments() {
        List<ProviderAdjustment> adjustments = new ArrayList<>(2);
        if (carriedFrom != 0) {
            adjustments.add(
                    new ProviderAdjustment(ProviderAdjustment.FORWARD_BALANCE, carriedFrom));
        }
        if (carriedTo != 0) {
            adjustments.add(new ProviderAdjustment(ProviderAdjustment.FORWARD_BALANCE, -carriedTo));
        }
        return adjustments;
    }
}
