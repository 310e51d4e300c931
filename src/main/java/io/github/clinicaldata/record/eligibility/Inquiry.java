package io.github.clinicaldata.record.eligibility;

import io.github.clinicaldata.record.RecordSchema;
import io.github.clinicaldata.record.Text;
import io.github.clinicaldata.record.person.Identifiers;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A provider's question as it was sent, with the mistake for which it may be rejected.
 *
 * @param sent when
 * @param npi of the provider, as the question has it
 * @param memberNumber digits of the member id, as the question has them
 * @param firstName given name, or null where it is missing
 * @param lastName surname
 * @param birthDate date of birth, or null where it is missing
 * @param serviceDate the day that is asked about, or null where it is missing
 * @param serviceTypes what is asked about; at least one
 */
public record Inquiry(
        OffsetDateTime sent,
        long npi,
        long memberNumber,
        @Nullable Text firstName,
        Text lastName,
        @Nullable LocalDate birthDate,
        @Nullable LocalDate serviceDate,
        List<ServiceType> serviceTypes) {
    /** The fields of a question. */
    public static final RecordSchema<Inquiry> SCHEMA =
            RecordSchema.<Inquiry>named("eligibility_inquiry")
                    .dateTime("sent_at", Inquiry::sent, "When, by the provider's clock")
                    .digits("provider_npi", Identifiers.NPI, Inquiry::npi, "NPI as it was sent")
                    .digits(
                            "member_id",
                            Identifiers.MEMBER_ID,
                            Inquiry::memberNumber,
                            "Member id as it was sent")
                    .optionalText("first_name", Inquiry::firstName, "Given name as it was sent")
                    .text("last_name", Inquiry::lastName, "Surname as it was sent")
                    .optionalDate("birth_date", Inquiry::birthDate, "Date of birth as it was sent")
                    .optionalDate("service_date", Inquiry::serviceDate, "Day that is asked about")
                    .groups(
                            "service_types",
                            Inquiry::serviceTypes,
                            ServiceType.SCHEMA,
                            "What is asked about")
                    .build();
}
