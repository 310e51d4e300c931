package io.github.clinicaldata.format.x12;

import io.github.clinicaldata.format.Literal;
import io.github.clinicaldata.record.DigitPattern;
import io.github.clinicaldata.record.Text;
import io.github.clinicaldata.record.coverage.Coverage;
import io.github.clinicaldata.record.member.Member;
import io.github.clinicaldata.record.person.Sex;
import io.github.clinicaldata.record.place.Address;
import io.github.clinicaldata.record.provider.Provider;

/** Writes the names, addresses and identifiers of people, providers and payers. */
final class PartyWriter {
    /** How the digits of a subscriber id are written. */
    static final DigitPattern SUBSCRIBER = DigitPattern.of("SYN#############");

    static final DigitPattern NPI = DigitPattern.of("##########");
    static final DigitPattern NINE = DigitPattern.of("#########");
    static final int LAST_NAME = 60;
    static final int GIVEN_NAME = 35;
    private static final int STREET = 55;
    private static final int CITY = 30;

    private final SegmentWriter out;
    private final Literal n3;
    private final Literal n4;
    private final Literal dmg;
    private final Literal female;
    private final Literal male;
    private final Literal memberId;
    private final Literal npi;
    private final Literal payerId;
    private final Literal person;
    private final Literal organization;
    private final Literal unknownExtension;

    PartyWriter(SegmentWriter out, Delimiters delimiters) {
        this.out = out;
        n3 = delimiters.literal("N3*");
        n4 = delimiters.literal("N4*");
        dmg = delimiters.literal("DMG*D8*");
        female = Literal.of("F");
        male = Literal.of("M");
        memberId = Literal.of("MI");
        npi = Literal.of("XX");
        payerId = Literal.of("PI");
        person = Literal.of("1");
        organization = Literal.of("2");
        unknownExtension = Literal.of("9998");
    }

    /** A street, city, state and ZIP code. */
    void address(Address address) {
        writeAddress(address, false);
    }

    /**
     * The same with a ZIP code of nine digits, as the guides demand it of providers; the last four
     * are 9998, which stands for an unknown extension.
     */
    void addressOfProvider(Address address) {
        writeAddress(address, true);
    }

    private void writeAddress(Address address, boolean nineDigits) {
        out.begin(n3).text(address.line1(), STREET).next().text(address.line2(), STREET).end();
        out.begin(n4).text(address.place().city(), CITY);
        out.next().code(address.place().state().code()).next().code(address.place().zip());
        if (nineDigits) {
            out.literal(unknownExtension);
        }
        out.end();
    }

    /** Birth date and sex. */
    void demographics(Member member) {
        out.begin(dmg).date(member.birthDate().toEpochDay()).next();
        out.literal(member.sex() == Sex.FEMALE ? female : male).end();
    }

    /** Surname, given and second name, from NM103 on; the segment stays open at NM105. */
    void names(Member member) {
        out.text(member.lastName(), LAST_NAME).next().text(member.firstName(), GIVEN_NAME);
        out.next().text(member.middleName(), 25);
    }

    /** A member who has an identifier at a payer, from NM102 on, and the segment's end. */
    void identified(Member member, Coverage coverage) {
        out.literal(person).next();
        names(member);
        out.skip(3).literal(memberId).next();
        identifier(member, coverage);
        out.end();
    }

    /** The number by which a payer knows a member. */
    void identifier(Member member, Coverage coverage) {
        Text own = member.programmeNumber(coverage);
        if (own != null) {
            out.text(own, 80);
        } else {
            out.digits(SUBSCRIBER, member.subscriberNumber());
        }
    }

    /** A provider with its NPI, from NM102 on, and the segment's end. */
    void provider(Provider provider, long itsNpi) {
        Text last = provider.lastName();
        if (last == null) {
            out.literal(organization).next().text(provider.name(), LAST_NAME).skip(5);
        } else {
            out.literal(person).next().text(last, LAST_NAME).next();
            out.text(provider.firstName(), GIVEN_NAME).skip(4);
        }
        out.literal(npi).next().digits(NPI, itsNpi).end();
    }

    /** An organization with a payer id, from NM102 on, and the segment's end. */
    void payer(Text name, Text id) {
        out.literal(organization).next().text(name, LAST_NAME).skip(5);
        out.literal(payerId).next().code(id).end();
    }
}
