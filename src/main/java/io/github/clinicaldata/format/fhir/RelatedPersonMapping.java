package io.github.clinicaldata.format.fhir;

import io.github.clinicaldata.record.Population;
import io.github.clinicaldata.record.member.MaritalStatus;
import io.github.clinicaldata.record.member.Member;
import io.github.clinicaldata.record.member.Relationship;
import io.github.clinicaldata.record.person.Identifiers;
import jakarta.inject.Singleton;

/** Dependents as {@code RelatedPerson} of the patient who is their subscriber. */
@Singleton
public final class RelatedPersonMapping implements ResourceMapping<Member> {
    private static final Element RELATIONSHIP = Element.of("relationship");
    private static final Element BIRTH_DATE = Element.of("birthDate");
    private static final Fragment META =
            Fragments.meta(Profiles.RELATED_PERSON, Profiles.C4BB_RELATED_PERSON);
    private static final Fragment MEMBER_ID =
            Fragments.identifier("MB", "Member Number", Systems.MEMBER_ID);
    private static final Fragment OFFICIAL = Fragments.text(Elements.USE, "official");
    private static final Fragment HOME = Fragments.text(Elements.USE, "home");
    private static final Fragment SPOUSE = relationship("SPS", "spouse");
    private static final Fragment PARTNER = relationship("DOMPART", "domestic partner");
    private static final Fragment CHILD = relationship("CHILD", "child");

    private static Fragment relationship(String code, String display) {
        return Fragments.concepts(RELATIONSHIP, Systems.ROLE, code, display);
    }

    @Override
    public String kind() {
        return "members";
    }

    @Override
    public ResourceType type() {
        return ResourceType.RELATED_PERSON;
    }

    @Override
    public boolean usual() {
        return false;
    }

    @Override
    public boolean writesAll() {
        return false;
    }

    @Override
    public boolean writes(Member member) {
        return member.relationship() != Relationship.SELF;
    }

    @Override
    public void write(Member member, Population population, ResourceWriter writer) {
        writer.begin(ResourceType.RELATED_PERSON, member.id());
        DataTypes.meta(writer, population.epoch(), META);
        writer.beginArray(Elements.IDENTIFIER);
        DataTypes.identifier(writer, MEMBER_ID, Identifiers.MEMBER_ID, member.memberNumber());
        writer.endArray();
        writer.bool(Elements.ACTIVE, true);
        writer.reference(Elements.PATIENT, ResourceType.PATIENT, member.subscriber());
        writer.fixed(relationship(member));
        DataTypes.name(
                writer, OFFICIAL, member.lastName(), member.firstName(), member.middleName());
        DataTypes.telecom(writer, HOME, member.telephone(), member.email());
        DataTypes.gender(writer, member.sex());
        writer.date(BIRTH_DATE, member.birthDate());
        DataTypes.addresses(writer, HOME, member.address());
        writer.end();
    }

    private static Fragment relationship(Member member) {
        if (member.relationship() == Relationship.CHILD) {
            return CHILD;
        }
        return member.maritalStatus() == MaritalStatus.DOMESTIC_PARTNER ? PARTNER : SPOUSE;
    }
}
