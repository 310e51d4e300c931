package io.github.clinicaldata.record.claim;

import io.github.clinicaldata.record.Text;
import org.jspecify.annotations.Nullable;

/**
 * A reason for which a claim is denied.
 *
 * @param key in words of our own
 * @param group the group of the adjustment: CO the provider's loss, PR the member's
 * @param code the claim adjustment reason code, or the reject code of a pharmacy claim
 * @param remark the remark code, or null
 * @param correctable whether a corrected claim can be paid
 * @param pendShare the share of claims that wait first, 0 to 1
 */
public record DenialReason(
        Text key,
        Text group,
        Text code,
        @Nullable Text remark,
        boolean correctable,
        double pendShare) {}
