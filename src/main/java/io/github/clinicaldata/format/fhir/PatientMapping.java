package io.github.clinicaldata.format.fhir;

import io.github.clinicaldata.record.Population;
import io.github.clinicaldata.record.member.MaritalStatus;
import io.github.clinicaldata.record.member.Member;
import io.github.clinicaldata.record.person.Ethnicity;
import io.github.clinicaldata.record.person.Identifiers;
import io.github.clinicaldata.record.person.Race;
import io.github.clinicaldata.record.person.Sex;
import jakarta.inject.Singleton;
import java.util.Arrays;

/** Members as {@code Patient}, by US Core and CARIN Blue Button. */
@Singleton
public final class PatientMapping implements ResourceMapping<Member> {
    private static final Element BIRTH_DATE = Element.of("birthDate");
    private static final Element MARITAL_STATUS = Element.of("maritalStatus");
    private static final Element COMMUNICATION = Element.of("communication");
    private static final Element LANGUAGE = Element.of("language");
    private static final Element PREFERRED = Element.of("preferred");
    private static final Element GENERAL_PRACTITIONER = Element.of("generalPractitioner");
    private static final Fragment META = Fragments.meta(Profiles.PATIENT, Profiles.C4BB_PATIENT);
    private static final Fragment MEMBER_ID =
            Fragments.identifier("MB", "Member Number", Systems.MEMBER_ID);
    private static final Fragment SSN =
            Fragments.identifier("SS", "Social Security number", Systems.SSN);
    private static final Fragment MBI =
            Fragments.identifier("MC", "Patient's Medicare number", Systems.MBI);
    private static final Fragment MEDICAID_ID =
            Fragments.identifier("MA", "Patient Medicaid number", Systems.MEDICAID_ID);
    private static final Fragment OFFICIAL = Fragments.text(Elements.USE, "official");
    private static final Fragment HOME = Fragments.text(Elements.USE, "home");

    /** By race, ethnicity and sex. */
    private static final Fragment[][][] EXTENSIONS =
            Arrays.stream(Race.values())
                    .map(
                            race ->
                                    Arrays.stream(Ethnicity.values())
                                            .map(ethnicity -> extensions(race, ethnicity))
                                            .toArray(Fragment[][]::new))
                    .toArray(Fragment[][][]::new);

    private static final Fragment[] MARITAL_STATUSES =
            Arrays.stream(MaritalStatus.values())
                    .map(PatientMapping::maritalStatus)
                    .toArray(Fragment[]::new);

    private static Fragment[] extensions(Race race, Ethnicity ethnicity) {
        return Arrays.stream(Sex.values())
                .map(sex -> PersonExtensions.of(race, ethnicity, sex))
                .toArray(Fragment[]::new);
    }

    private static Fragment maritalStatus(MaritalStatus status) {
        return switch (status) {
            case NEVER_MARRIED -> maritalStatus("S", "Never Married");
            case MARRIED -> maritalStatus("M", "Married");
            case DOMESTIC_PARTNER -> maritalStatus("T", "Domestic partner");
            case DIVORCED -> maritalStatus("D", "Divorced");
            case WIDOWED -> maritalStatus("W", "Widowed");
        };
    }

    private static Fragment maritalStatus(String code, String display) {
        return Fragments.concept(MARITAL_STATUS, Systems.MARITAL_STATUS, code, display);
    }

    @Override
    public String kind() {
        return "members";
    }

    @Override
    public ResourceType type() {
        return ResourceType.PATIENT;
    }

    @Override
    public void write(Member member, Population population, ResourceWriter writer) {
        writer.begin(ResourceType.PATIENT, member.id());
        DataTypes.meta(writer, population.epoch(), META);
        writer.fixed(
                EXTENSIONS[member.race().ordinal()][member.ethnicity().ordinal()][
                        member.sex().ordinal()]);
        identifiers(member, writer);
        DataTypes.name(
                writer, OFFICIAL, member.lastName(), member.firstName(), member.middleName());
        DataTypes.telecom(writer, HOME, member.telephone(), member.email());
        DataTypes.gender(writer, member.sex());
        writer.date(BIRTH_DATE, member.birthDate());
        DataTypes.addresses(writer, HOME, member.address());
        MaritalStatus maritalStatus = member.maritalStatus();
        if (maritalStatus != null) {
            writer.fixed(MARITAL_STATUSES[maritalStatus.ordinal()]);
        }
        communication(member, writer);
        if (member.primaryCare() != null) {
            writer.beginArray(GENERAL_PRACTITIONER);
            DataTypes.provider(writer, member.primaryCare());
            writer.endArray();
        }
        writer.end();
    }

    private static void identifiers(Member member, ResourceWriter writer) {
        writer.beginArray(Elements.IDENTIFIER);
        DataTypes.identifier(writer, MEMBER_ID, Identifiers.MEMBER_ID, member.memberNumber());
        DataTypes.identifier(writer, SSN, Identifiers.SSN, member.ssn());
        if (member.mbi() != null) {
            DataTypes.identifier(writer, MBI, member.mbi());
        }
        if (member.medicaidId() != null) {
            DataTypes.identifier(writer, MEDICAID_ID, member.medicaidId());
        }
        writer.endArray();
    }

    private static void communication(Member member, ResourceWriter writer) {
        writer.beginArray(COMMUNICATION);
        writer.beginObject();
        CodingSystem.LANGUAGE.concept(writer, LANGUAGE, member.language(), null);
        writer.bool(PREFERRED, true);
        writer.endObject();
        writer.endArray();
    }
}
