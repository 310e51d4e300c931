package io.github.clinicaldata.record.provider;

import io.github.clinicaldata.record.Text;
import org.jspecify.annotations.Nullable;

/**
 * A type of provider, a row of {@code codes/provider-types.csv}.
 *
 * @param entityType practitioner or organization
 * @param type the type's own name in the table
 * @param taxonomy the taxonomy code
 * @param specialtyCode the CMS specialty code, or null
 * @param specialty the CMS specialty
 * @param primaryCare whether it gives primary care
 * @param weight how many there are, relatively
 * @param womenShare the share of women among practitioners, 0 to 1
 * @param credential what stands after a practitioner's name, or null
 */
public record ProviderType(
        EntityType entityType,
        Text type,
        Text taxonomy,
        @Nullable Text specialtyCode,
        Text specialty,
        boolean primaryCare,
        double weight,
        double womenShare,
        @Nullable Text credential) {}
