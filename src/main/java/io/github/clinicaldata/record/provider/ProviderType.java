package io.github.clinicaldata.record.provider;

import io.github.clinicaldata.record.Text;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/**
 * A type of provider, a row of {@code codes/provider-types.csv}.
 *
 * @param ordinal its position in the table, from 0
 * @param entityType practitioner or organization
 * @param type the type's own name in the table
 * @param taxonomy the taxonomy code
 * @param specialtyCode the CMS specialty code, or null
 * @param specialty the CMS specialty
 * @param primaryCare whether it gives primary care
 * @param weight how many there are, relatively
 * @param womenShare the share of women among practitioners, 0 to 1
 * @param workplace where practitioners of this type work, or what an organization is to them
 * @param credential what stands after a practitioner's name, or null
 * @param employed the types of practitioners that work in an organization of this type; {@link
 *     #EVERYBODY} for all
 */
public record ProviderType(
        int ordinal,
        EntityType entityType,
        Text type,
        Text taxonomy,
        @Nullable Text specialtyCode,
        Text specialty,
        boolean primaryCare,
        double weight,
        double womenShare,
        Workplace workplace,
        @Nullable Text credential,
        SortedSet<Text> employed) {
    /** What {@code employed} holds where all types of practitioners work. */
    static final Text EVERYBODY = Text.of("*");

    /** Where practitioners work. */
    enum Workplace {
        /** A hospital; practitioners of hospitals work elsewhere only where there is none. */
        HOSPITAL,
        /** Any place that has practitioners. */
        PRACTICE,
        /** A place without practitioners, such as a pharmacy. */
        NONE
    }

    /** Whether it is a hospital. */
    boolean hospital() {
        return workplace == Workplace.HOSPITAL;
    }

    /** Whether practitioners of this type work in a hospital where there is one. */
    boolean hospitalFirst() {
        return workplace == Workplace.HOSPITAL;
    }

    /** Whether practitioners of a type work in an organization of this type. */
    boolean employs(ProviderType practitioner) {
        return !employed.isEmpty()
                && (employed.first().equals(EVERYBODY) || employed.contains(practitioner.type));
    }
}
