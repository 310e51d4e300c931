package io.github.clinicaldata.record.enrollment;

import io.github.clinicaldata.record.RecordSchema;
import io.github.clinicaldata.record.Text;

/**
 * Who pays for coverage and sends the enrollments; invented.
 *
 * @param type what it is
 * @param id letters and digits that begin with SYN
 * @param name the name
 */
public record Sponsor(SponsorType type, Text id, Text name) {
    /** The fields of a sponsor. */
    public static final RecordSchema<Sponsor> SCHEMA =
            RecordSchema.<Sponsor>named("sponsor")
                    .code("type", SponsorType.class, Sponsor::type, "What it is")
                    .text("id", Sponsor::id, "The sponsor's id, invented")
                    .text("name", Sponsor::name, "The sponsor's name, invented")
                    .build();
}
