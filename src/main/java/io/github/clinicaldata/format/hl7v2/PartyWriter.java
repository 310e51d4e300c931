package io.github.clinicaldata.format.hl7v2;

import io.github.clinicaldata.format.Literal;
import io.github.clinicaldata.record.DigitPattern;
import io.github.clinicaldata.record.RecordId;
import io.github.clinicaldata.record.member.Member;
import io.github.clinicaldata.record.place.Address;
import io.github.clinicaldata.record.provider.Affiliation;
import io.github.clinicaldata.record.provider.EntityType;
import io.github.clinicaldata.record.provider.Provider;

/** Writes names, addresses, telephones and identifiers into fields that are open. */
final class PartyWriter {
    /** How NPIs are written. */
    static final DigitPattern NPI = DigitPattern.of("##########");

    private static final DigitPattern TELEPHONE = DigitPattern.of("###^#######");
    private static final String NPI_AUTHORITY = "NPI&2.16.840.1.113883.4.6&ISO";

    private final SegmentWriter out;
    private final Literal legalName = Literal.of("L");
    private final Literal home = Literal.of("^USA^H");
    private final Literal homeTelephone = Literal.of("^PRN^PH^^^");
    private final Literal workTelephone = Literal.of("^WPN^PH^^^");
    private final Literal email = Literal.of("^NET^Internet^");
    private final Literal practitioner = Literal.of("^^^^^^" + NPI_AUTHORITY + "^L^^^NPI");
    private final Literal practitionerId = Literal.of("^^^^^^^^" + NPI_AUTHORITY + "^^^^NPI");
    private final Literal organization = Literal.of("^L^^^^" + NPI_AUTHORITY + "^NPI^^^");
    private final Literal authority = Literal.of("^" + Hl7Session.AUTHORITY);

    PartyWriter(SegmentWriter out) {
        this.out = out;
    }

    /** Whether a provider is a person. */
    static boolean isPractitioner(Provider provider) {
        return provider.type().entityType() == EntityType.INDIVIDUAL;
    }

    /** The NPI of an organization, or of the one that a practitioner works for. */
    static long organizationNpi(Provider provider) {
        Affiliation employer = provider.organization();
        return employer == null ? provider.npi() : employer.npi();
    }

    /** A name (XPN). */
    void name(Member member) {
        out.text(member.lastName()).component().text(member.firstName());
        out.component().text(member.middleName()).components(4).literal(legalName);
    }

    /** A home address (XAD). */
    void home(Address address) {
        street(address);
        out.literal(home).components(2).code(address.place().countyFips());
    }

    /** Street, city, state and ZIP code. */
    void street(Address address) {
        out.text(address.line1()).component().text(address.line2());
        out.component().text(address.place().city());
        out.component().code(address.place().state().code());
        out.component().code(address.place().zip());
    }

    /** Telephone and e-mail (XTN). */
    void contact(Member member) {
        out.literal(homeTelephone).digits(TELEPHONE, member.telephone());
        if (member.email() != null) {
            out.repeat().literal(email).text(member.email());
        }
    }

    /** A telephone at work (XTN). */
    void telephone(Provider provider) {
        out.literal(workTelephone).digits(TELEPHONE, provider.telephone());
    }

    /** A practitioner (XCN). */
    void practitioner(Provider provider) {
        out.digits(NPI, provider.npi()).component().text(provider.lastName());
        out.component().text(provider.firstName()).literal(practitioner);
    }

    /** A practitioner of whom only the identifier is known (XCN). */
    void practitioner(Affiliation provider) {
        out.digits(NPI, provider.npi()).literal(practitionerId);
    }

    /** An organization, or the one that a practitioner works for (XON). */
    void organization(Provider provider) {
        Affiliation employer = provider.organization();
        out.text(employer == null ? provider.name() : employer.name());
        out.literal(organization).digits(NPI, organizationNpi(provider));
    }

    /** An identifier that this world assigns (EI). */
    void entity(RecordId id) {
        out.id(id).literal(authority);
    }

    /** An identifier that this world assigns (EI). */
    void entity(DigitPattern pattern, long number) {
        out.digits(pattern, number).literal(authority);
    }
}
