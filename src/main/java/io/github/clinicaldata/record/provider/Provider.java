package io.github.clinicaldata.record.provider;

import io.github.clinicaldata.record.RecordId;
import io.github.clinicaldata.record.RecordSchema;
import io.github.clinicaldata.record.Text;
import io.github.clinicaldata.record.person.Identifiers;
import io.github.clinicaldata.record.person.Sex;
import io.github.clinicaldata.record.place.Address;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A practitioner or an organization.
 *
 * @param id the record's id
 * @param npi the NPI, never issued
 * @param type specialty, taxonomy and the like
 * @param name the name as it is shown
 * @param firstName a practitioner's given name, or null
 * @param lastName a practitioner's surname, or null
 * @param sex a practitioner's sex, or null
 * @param organization where a practitioner works, or null
 * @param taxId an employer identification number with an unassigned prefix
 * @param address the place of practice
 * @param telephone ten digits
 * @param networks ids of the payers whose networks it is in
 */
public record Provider(
        RecordId id,
        long npi,
        ProviderType type,
        Text name,
        @Nullable Text firstName,
        @Nullable Text lastName,
        @Nullable Sex sex,
        @Nullable Affiliation organization,
        long taxId,
        Address address,
        long telephone,
        List<Text> networks) {
    /** The fields of a provider. */
    public static final RecordSchema<Provider> SCHEMA =
            RecordSchema.<Provider>named("provider")
                    .id("id", Provider::id, "Id of the record")
                    .bool("synthetic", provider -> true, "Always true: nobody real")
                    .digits("npi", Identifiers.NPI, Provider::npi, "NPI, never issued")
                    .code(
                            "entity_type",
                            EntityType.class,
                            provider -> provider.type().entityType(),
                            "Practitioner or organization")
                    .text("name", Provider::name, "Name as it is shown")
                    .optionalText("first_name", Provider::firstName, "Given name")
                    .optionalText("last_name", Provider::lastName, "Surname")
                    .optionalText(
                            "credential",
                            provider -> provider.type().credential(),
                            "Credential after the name")
                    .optionalCode("gender", Sex.class, Provider::sex, "Administrative sex")
                    .text("type", provider -> provider.type().type(), "Type of provider")
                    .text(
                            "taxonomy",
                            provider -> provider.type().taxonomy(),
                            "Taxonomy code as CMS's crosswalk has it")
                    .optionalText(
                            "specialty_code",
                            provider -> provider.type().specialtyCode(),
                            "CMS specialty code")
                    .text("specialty", provider -> provider.type().specialty(), "CMS specialty")
                    .bool(
                            "primary_care",
                            provider -> provider.type().primaryCare(),
                            "Whether it gives primary care")
                    .optionalGroup(
                            "organization",
                            Provider::organization,
                            Affiliation.SCHEMA,
                            "Where the practitioner works")
                    .digits(
                            "tax_id",
                            Identifiers.EIN,
                            Provider::taxId,
                            "Employer identification number, prefix never assigned")
                    .group("address", Provider::address, Address.SCHEMA, "Place of practice")
                    .digits(
                            "phone",
                            Identifiers.TELEPHONE,
                            Provider::telephone,
                            "Telephone, 555-0100 to 555-0199")
                    .texts("networks", Provider::networks, "Ids of payers whose networks it is in")
                    .build();

    /** A provider as other records name it; the whole provider is found by the id. */
    public static final RecordSchema<Provider> REFERENCE =
            RecordSchema.<Provider>named("provider_reference")
                    .id("id", Provider::id, "Record of the provider")
                    .digits("npi", Identifiers.NPI, Provider::npi, "NPI, never issued")
                    .text("name", Provider::name, "Name as it is shown")
                    .text("type", provider -> provider.type().type(), "Type of provider")
                    .text(
                            "taxonomy",
                            provider -> provider.type().taxonomy(),
                            "Taxonomy code as CMS's crosswalk has it")
                    .build();
}
