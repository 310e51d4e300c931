package io.github.clinicaldata.record.claim;

import io.github.clinicaldata.record.RecordSchema;
import io.github.clinicaldata.record.Text;
import org.jspecify.annotations.Nullable;

/**
 * Why a part of a charge is not paid.
 *
 * @param group CO what the provider writes off, PR what the member owes
 * @param reason claim adjustment reason code; of a pharmacy claim that was rejected, the reject
 *     code
 * @param amount in cents
 * @param remark remittance advice remark code, or null
 */
public record Adjustment(Text group, Text reason, long amount, @Nullable Text remark) {
    /** The fields of an adjustment. */
    public static final RecordSchema<Adjustment> SCHEMA =
            RecordSchema.<Adjustment>named("claim_adjustment")
                    .text(
                            "group",
                            Adjustment::group,
                            "CO what the provider writes off, PR what the member owes")
                    .text(
                            "reason",
                            Adjustment::reason,
                            "Claim adjustment reason code; the reject code of a pharmacy claim")
                    .money("amount", Adjustment::amount, "Amount in US dollars")
                    .optionalText("remark", Adjustment::remark, "Remark code")
                    .build();
}
