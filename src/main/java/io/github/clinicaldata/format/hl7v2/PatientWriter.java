package io.github.clinicaldata.format.hl7v2;

import io.github.clinicaldata.format.Literal;
import io.github.clinicaldata.record.DigitPattern;
import io.github.clinicaldata.record.RecordId;
import io.github.clinicaldata.record.Text;
import io.github.clinicaldata.record.coverage.Coverage;
import io.github.clinicaldata.record.member.MaritalStatus;
import io.github.clinicaldata.record.member.Member;
import io.github.clinicaldata.record.member.Relationship;
import io.github.clinicaldata.record.person.Identifiers;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Writes PID, PD1, NK1 and IN1. */
final class PatientWriter {
    private static final int ADULT = 18;
    private static final DigitPattern SSN = DigitPattern.of("#########");

    private final SegmentWriter out;
    private final PartyWriter parties;
    private final Literal pid = Literal.of("PID|1||");
    private final Literal medicalRecord = Literal.of("^^^" + Hl7Session.AUTHORITY + "^MR~");
    private final Literal socialSecurity = Literal.of("^^^SSA^SS");
    private final Literal medicare = Literal.of("^^^CMS^MC");
    private final Literal medicaid = Literal.of("^MA");
    private final Literal account = Literal.of("^^^" + Hl7Session.AUTHORITY + "^AN");
    private final Literal pd1 = Literal.of("PD1||||");
    private final Literal unprotected = Literal.of("N");
    private final Literal active = Literal.of("A");
    private final Literal nk1 = Literal.of("NK1|1|");
    private final Literal in1 = Literal.of("IN1|");
    private final Literal local = Literal.of("^^L");
    private final Literal payerId = Literal.of("^^^SYN^NIIP|");
    private final Literal legalName = Literal.of("^L");

    PatientWriter(SegmentWriter out, PartyWriter parties) {
        this.out = out;
        this.parties = parties;
    }

    /**
     * PID.
     *
     * @param visit the account, which is that of a visit, or null
     */
    void pid(Member member, @Nullable RecordId visit) {
        out.begin(pid).digits(Identifiers.MEMBER_ID, member.memberNumber());
        out.literal(medicalRecord).digits(SSN, member.ssn()).literal(socialSecurity);
        if (member.mbi() != null) {
            out.repeat().code(member.mbi()).literal(medicare);
        }
        if (member.medicaidId() != null) {
            out.repeat().code(member.medicaidId()).components(3);
            out.code(member.address().place().state().code()).literal(medicaid);
        }
        out.skip(2);
        parties.name(member);
        out.skip(2).date(member.birthDate()).next().literal(Codes.of(member.sex()));
        out.skip(2).literal(Codes.of(member.race())).next();
        parties.home(member.address());
        out.skip(2);
        parties.contact(member);
        personal(member);
        if (visit != null) {
            out.id(visit).literal(account);
        }
        out.skip(4).literal(Codes.of(member.ethnicity())).end();
    }

    /** Language and marital status; the segment stays open at PID-18. */
    private void personal(Member member) {
        Literal language = Codes.language(member.language());
        MaritalStatus status = member.maritalStatus();
        out.skip(2);
        if (language != null) {
            out.literal(language);
        }
        out.next();
        if (status != null) {
            out.literal(Codes.of(status));
        }
        out.skip(2);
    }

    /** PD1 with the primary care provider, where there is one. */
    void pd1(Member member) {
        if (member.primaryCare() != null) {
            out.begin(pd1);
            parties.practitioner(member.primaryCare());
            out.end();
        }
    }

    /**
     * PD1 as a registry of immunizations wants it: beside the primary care provider, that nothing
     * is held back, and since when the patient is known.
     */
    void pd1(Member member, LocalDate registered) {
        out.begin(pd1);
        if (member.primaryCare() != null) {
            parties.practitioner(member.primaryCare());
        }
        out.skip(8).literal(unprotected).next().date(registered);
        out.skip(3).literal(active).next().date(registered).end();
    }

    /** NK1 of who cares for somebody who is a child on a day. */
    void nk1(Member member, @Nullable Member guardian, LocalDate day) {
        if (guardian == null || !member.birthDate().plusYears(ADULT).isAfter(day)) {
            return;
        }
        out.begin(nk1);
        parties.name(guardian);
        out.next().literal(Codes.parent(guardian.sex())).next();
        parties.home(guardian.address());
        out.next();
        parties.contact(guardian);
        out.end();
    }

    /** IN1 of each coverage. */
    void in1(Member member) {
        int number = 0;
        if (member.coverage() != null) {
            in1(member, member.coverage(), ++number);
        }
        if (member.secondary() != null) {
            in1(member, member.secondary(), ++number);
        }
    }

    /** IN1 of each coverage that is in force on a day. */
    void in1(Member member, LocalDate day) {
        int number = 0;
        Coverage main = member.coverage();
        Coverage second = member.secondary();
        if (main != null && covers(main, day)) {
            in1(member, main, ++number);
        }
        if (second != null && covers(second, day)) {
            in1(member, second, ++number);
        }
    }

    private static boolean covers(Coverage coverage, LocalDate day) {
        if (coverage.effectiveDate().isAfter(day)) {
            return false;
        }
        LocalDate end = coverage.lastDay();
        return end == null || !end.isBefore(day);
    }

    private void in1(Member member, Coverage coverage, int number) {
        Relationship relationship =
                coverage.equals(member.secondary()) ? Relationship.SELF : member.relationship();
        out.begin(in1).number(number).next().text(coverage.product()).literal(local);
        out.next().code(coverage.payer().id()).literal(payerId);
        out.text(coverage.payer().name()).literal(legalName);
        out.skip(4).text(coverage.groupNumber()).next().text(coverage.groupName());
        out.skip(3).date(coverage.effectiveDate()).next();
        if (coverage.terminationDate() != null) {
            out.date(coverage.terminationDate());
        }
        out.skip(2).code(coverage.type().code()).next();
        if (relationship == Relationship.SELF) {
            parties.name(member);
        }
        out.next().literal(Codes.insured(relationship)).skip(5).number(number).skip(14);
        Text identifier = member.programmeNumber(coverage);
        if (identifier == null) {
            out.digits(Identifiers.SUBSCRIBER_ID, member.subscriberNumber());
        } else {
            out.code(identifier);
        }
        out.end();
    }
}
