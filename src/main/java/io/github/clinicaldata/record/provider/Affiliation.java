package io.github.clinicaldata.record.provider;

import io.github.clinicaldata.record.RecordId;
import io.github.clinicaldata.record.RecordSchema;
import io.github.clinicaldata.record.Text;
import io.github.clinicaldata.record.person.Identifiers;

/**
 * A provider as another record names it.
 *
 * @param id the provider's record
 * @param npi the provider's NPI
 * @param name the name as it is shown
 */
public record Affiliation(RecordId id, long npi, Text name) {
    /** The fields of a provider that is referred to. */
    public static final RecordSchema<Affiliation> SCHEMA =
            RecordSchema.<Affiliation>named("affiliation")
                    .id("id", Affiliation::id, "The provider's record")
                    .digits("npi", Identifiers.NPI, Affiliation::npi, "NPI, never issued")
                    .text("name", Affiliation::name, "Name")
                    .build();
}
