package io.github.clinicaldata.record.remittance;

import io.github.clinicaldata.record.RecordSchema;
import io.github.clinicaldata.record.Text;

/**
 * What changes a payment beside its claims.
 *
 * @param reason bare reason code; FB a balance that is carried from one payment to another
 * @param amount in cents that is added to the payment; X12 writes it with the opposite sign
 */
public record ProviderAdjustment(Text reason, long amount) {
    /** The reason of a balance that is carried on. */
    static final Text FORWARD_BALANCE = Text.of("FB");

    /** The fields of an adjustment. */
    public static final RecordSchema<ProviderAdjustment> SCHEMA =
            RecordSchema.<ProviderAdjustment>named("provider_adjustment")
                    .text(
                            "reason",
                            ProviderAdjustment::reason,
                            "FB a balance carried to a later payment, or from an earlier one")
                    .money(
                            "amount",
                            ProviderAdjustment::amount,
                            "Added to the payment; X12 writes the opposite sign")
                    .build();
}
