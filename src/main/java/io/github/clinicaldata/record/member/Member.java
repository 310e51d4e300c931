package io.github.clinicaldata.record.member;

import io.github.clinicaldata.record.RecordId;
import io.github.clinicaldata.record.RecordSchema;
import io.github.clinicaldata.record.Text;
import io.github.clinicaldata.record.coverage.Coverage;
import io.github.clinicaldata.record.person.Ethnicity;
import io.github.clinicaldata.record.person.Identifiers;
import io.github.clinicaldata.record.person.Race;
import io.github.clinicaldata.record.person.Sex;
import io.github.clinicaldata.record.place.Address;
import io.github.clinicaldata.record.provider.Affiliation;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A person with household and coverage.
 *
 * @param id the record's id
 * @param memberNumber digits of the member id: subscriber and person code
 * @param subscriberNumber digits of the subscriber id
 * @param subscriber the subscriber's record; the own one where the member is the subscriber
 * @param household the household's id
 * @param relationship to the subscriber
 * @param firstName given name
 * @param middleName second given name, or null
 * @param lastName surname
 * @param sex administrative sex
 * @param birthDate date of birth
 * @param ssn nine digits of a social security number that was never issued
 * @param race OMB category
 * @param ethnicity OMB category
 * @param language BCP 47 tag
 * @param maritalStatus null for children
 * @param address shared by the household
 * @param telephone ten digits
 * @param email at a reserved example domain, or null for the young
 * @param coverage the main coverage, or null for the uninsured
 * @param secondary the second coverage of those who have Medicare and Medicaid, or null
 * @param drugPlan the plan of Medicare Part D of those who have Original Medicare, or null
 * @param mbi Medicare beneficiary identifier, or null
 * @param medicaidId Medicaid id, or null
 * @param primaryCare primary care provider, or null for the uninsured
 */
public record Member(
        RecordId id,
        long memberNumber,
        long subscriberNumber,
        RecordId subscriber,
        RecordId household,
        Relationship relationship,
        Text firstName,
        @Nullable Text middleName,
        Text lastName,
        Sex sex,
        LocalDate birthDate,
        long ssn,
        Race race,
        Ethnicity ethnicity,
        Text language,
        @Nullable MaritalStatus maritalStatus,
        Address address,
        long telephone,
        @Nullable Text email,
        @Nullable Coverage coverage,
        @Nullable Coverage secondary,
        @Nullable Coverage drugPlan,
        @Nullable Text mbi,
        @Nullable Text medicaidId,
        @Nullable Affiliation primaryCare) {
    /** The fields of a member. */
    public static final RecordSchema<Member> SCHEMA =
            RecordSchema.<Member>named("member")
                    .id("id", Member::id, "Id of the record")
                    .bool("synthetic", member -> true, "Always true: nobody real")
                    .digits(
                            "member_id",
                            Identifiers.MEMBER_ID,
                            Member::memberNumber,
                            "Member id: the subscriber id and the person code in the household")
                    .digits(
                            "subscriber_id",
                            Identifiers.SUBSCRIBER_ID,
                            Member::subscriberNumber,
                            "Subscriber id, the same for all who are covered by one policy")
                    .id("subscriber", Member::subscriber, "Record of the subscriber")
                    .id("household_id", Member::household, "The same for all of a household")
                    .code(
                            "relationship",
                            Relationship.class,
                            Member::relationship,
                            "Relationship to the subscriber")
                    .text("first_name", Member::firstName, "Given name")
                    .optionalText("middle_name", Member::middleName, "Second given name")
                    .text("last_name", Member::lastName, "Surname")
                    .code("gender", Sex.class, Member::sex, "Administrative sex")
                    .date("birth_date", Member::birthDate, "Date of birth")
                    .digits(
                            "ssn",
                            Identifiers.SSN,
                            Member::ssn,
                            "Social security number from a range that was never issued")
                    .code("race", Race.class, Member::race, "Race, OMB category")
                    .code("ethnicity", Ethnicity.class, Member::ethnicity, "OMB category")
                    .text("language", Member::language, "Language preferred for care, BCP 47")
                    .optionalCode(
                            "marital_status",
                            MaritalStatus.class,
                            Member::maritalStatus,
                            "Marital status of adults")
                    .group("address", Member::address, Address.SCHEMA, "Home address")
                    .digits(
                            "phone",
                            Identifiers.TELEPHONE,
                            Member::telephone,
                            "Telephone, 555-0100 to 555-0199")
                    .optionalText("email", Member::email, "E-mail at a reserved domain")
                    .optionalGroup("coverage", Member::coverage, Coverage.SCHEMA, "Main coverage")
                    .optionalGroup(
                            "secondary_coverage",
                            Member::secondary,
                            Coverage.SCHEMA,
                            "Medicaid of those who have Medicare too")
                    .optionalText("mbi", Member::mbi, "Medicare beneficiary identifier")
                    .optionalText("medicaid_id", Member::medicaidId, "Medicaid id, invented")
                    .optionalGroup(
                            "pcp", Member::primaryCare, Affiliation.SCHEMA, "Primary care provider")
                    .optionalGroup(
                            "drug_coverage",
                            Member::drugPlan,
                            Coverage.SCHEMA,
                            "Plan of Medicare Part D of those who have Original Medicare")
                    .build();

    /**
     * The number by which the programme that pays calls the member, Medicare's or Medicaid's; null
     * where the payer goes by the subscriber id.
     */
    public @Nullable Text programmeNumber(Coverage payer) {
        return switch (payer.type()) {
            case MEDICARE -> mbi;
            case MEDICAID -> medicaidId;
            case EMPLOYER, EXCHANGE, UNINSURED -> null;
        };
    }

    /** A member as other records name them; the whole member is found by the id. */
    public static final RecordSchema<Member> REFERENCE =
            RecordSchema.<Member>named("member_reference")
                    .id("id", Member::id, "Record of the member")
                    .digits(
                            "member_id",
                            Identifiers.MEMBER_ID,
                            Member::memberNumber,
                            "Member id: the subscriber id and the person code in the household")
                    .text("first_name", Member::firstName, "Given name")
                    .text("last_name", Member::lastName, "Surname")
                    .code("gender", Sex.class, Member::sex, "Administrative sex")
                    .date("birth_date", Member::birthDate, "Date of birth")
                    .build();
}
