package io.github.clinicaldata.format.x12;

import io.github.clinicaldata.format.Literal;
import io.github.clinicaldata.format.StreamContext;
import io.github.clinicaldata.record.DigitPattern;
import io.github.clinicaldata.record.Text;
import io.github.clinicaldata.record.coverage.Coverage;
import io.github.clinicaldata.record.enrollment.BenefitStatus;
import io.github.clinicaldata.record.enrollment.ChangedField;
import io.github.clinicaldata.record.enrollment.Enrollment;
import io.github.clinicaldata.record.enrollment.MaintenanceType;
import io.github.clinicaldata.record.member.MaritalStatus;
import io.github.clinicaldata.record.member.Member;
import io.github.clinicaldata.record.member.Relationship;
import io.github.clinicaldata.record.person.Sex;
import org.jspecify.annotations.Nullable;

/** Writes benefit enrollments, 834 of 005010X220A1; a transaction has one sponsor and one payer. */
final class EnrollmentSession extends TransactionSession<Enrollment> {
    private static final DigitPattern CLOCK = DigitPattern.of("####");
    private static final DigitPattern PHONE = DigitPattern.of("##########");
    private static final Text JOB_ENDED = Text.of("08");

    private final PartyWriter parties;
    private final Literal bgn = literal("BGN*00*");
    private final Literal bgnEnd = literal("****2~");
    private final Literal policy = literal("REF*38*");
    private final Literal fileDate = literal("DTP*007*D8*");
    private final Literal sponsor = literal("N1*P5*");
    private final Literal insurer = literal("N1*IN*");
    private final Literal assigned = literal("94");
    private final Literal subscriber = literal("INS*Y*18*");
    private final Literal spouse = literal("INS*N*01*");
    private final Literal child = literal("INS*N*19*");
    private final Literal active = literal("A");
    private final Literal continued = literal("C");
    private final Literal jobEnded = literal("1");
    private final Literal employed = literal("AC");
    private final Literal notEmployed = literal("TE");
    private final Literal subscriberId = literal("REF*0F*");
    private final Literal group = literal("REF*1L*");
    private final Literal hired = literal("DTP*336*D8*");
    private final Literal eligible = literal("DTP*356*D8*");
    private final Literal ended = literal("DTP*357*D8*");
    private final Literal maintained = literal("DTP*303*D8*");
    private final Literal insured = literal("NM1*IL*1*");
    private final Literal ssn = literal("34");
    private final Literal contact = literal("PER*IP**HP*");
    private final Literal email = literal("EM");
    private final Literal dmg = literal("DMG*D8*");
    private final Literal female = literal("F");
    private final Literal male = literal("M");
    private final Literal[] maritals = {
        literal("I"), literal("M"), literal("B"), literal("D"), literal("W")
    };
    private final Literal hd = literal("HD*");
    private final Literal health = literal("HLT");
    private final Literal[] levels = {
        literal("EMP"), literal("ESP"), literal("ECH"), literal("FAM")
    };
    private final Literal benefitBegin = literal("DTP*348*D8*");
    private final Literal benefitEnd = literal("DTP*349*D8*");
    private final Literal lx = literal("LX*1~");
    private final Literal primaryCare = literal("NM1*P3*1******XX*");
    private final Literal unknownPatient = literal("*72~");
    private final Literal otherIsFirst = literal("COB*P*");
    private final Literal otherIsSecond = literal("COB*S*");
    private final Literal coordinated = literal("*1~");
    private final Literal otherBegin = literal("DTP*344*D8*");
    private final Literal otherInsurer = literal("NM1*IN*2*");
    private @Nullable Enrollment open;

    EnrollmentSession(TransactionSet<Enrollment> set, StreamContext context) {
        super(set, context, "BE", "834", "005010X220A1");
        parties = new PartyWriter(out, delimiters);
    }

    @Override
    protected boolean belongs(Enrollment enrollment) {
        return open != null
                && open.fileDate().equals(enrollment.fileDate())
                && open.sponsor().equals(enrollment.sponsor())
                && open.coverage().payer().equals(enrollment.coverage().payer());
    }

    @Override
    protected void header(Enrollment first) {
        open = first;
        out.begin(bgn).literal(fingerprint).number(transactionNumber()).next();
        out.date(first.fileDate().toEpochDay()).next().digits(CLOCK, 0).literal(bgnEnd);
        Text number = first.coverage().groupNumber();
        if (number != null) {
            out.begin(policy).text(number, 50).end();
        }
        out.begin(fileDate).date(first.fileDate().toEpochDay()).end();
        out.begin(sponsor).text(first.sponsor().name(), 60).next().literal(assigned).next();
        out.text(first.sponsor().id(), 80).end();
        out.begin(insurer).text(first.coverage().payer().name(), 60).next().literal(assigned);
        out.next().code(first.coverage().payer().id()).end();
    }

    @Override
    protected void body(Enrollment enrollment) {
        member(enrollment);
        person(enrollment.member());
        coverage(enrollment);
        Member member = enrollment.member();
        if (enrollment.changed() == ChangedField.PRIMARY_CARE_PROVIDER
                && member.primaryCare() != null) {
            out.whole(lx);
            out.begin(primaryCare).digits(PartyWriter.NPI, member.primaryCare().npi());
            out.literal(unknownPatient);
        }
        otherCoverage(enrollment);
    }

    private void member(Enrollment enrollment) {
        Relationship relationship = enrollment.member().relationship();
        boolean self = relationship == Relationship.SELF;
        out.begin(self ? subscriber : relationship == Relationship.SPOUSE ? spouse : child);
        MaintenanceType type = enrollment.type();
        Text reason = enrollment.reason().code();
        out.code(type.number()).next().code(reason).next();
        boolean cobra = enrollment.benefitStatus() == BenefitStatus.CONTINUATION;
        out.literal(cobra ? continued : active).skip(2);
        if (cobra) {
            out.literal(jobEnded);
        }
        out.next();
        if (self) {
            boolean over = cobra || type == MaintenanceType.TERMINATION && reason.equals(JOB_ENDED);
            out.literal(over ? notEmployed : employed);
        }
        out.end();
        out.begin(subscriberId);
        parties.identifier(enrollment.member(), enrollment.coverage());
        out.end();
        Text number = enrollment.coverage().groupNumber();
        if (number != null) {
            out.begin(group).text(number, 50).end();
        }
        if (enrollment.hireDate() != null) {
            out.begin(hired).date(enrollment.hireDate().toEpochDay()).end();
        }
        long effective = enrollment.effectiveDate().toEpochDay();
        out.begin(
                        switch (type) {
                            case TERMINATION -> ended;
                            case CHANGE -> maintained;
                            default -> eligible;
                        })
                .date(effective)
                .end();
    }

    private void person(Member member) {
        out.begin(insured);
        parties.names(member);
        out.skip(3).literal(ssn).next().digits(PartyWriter.NINE, member.ssn()).end();
        out.begin(contact).digits(PHONE, member.telephone());
        if (member.email() != null) {
            out.next().literal(email).next().text(member.email(), 256);
        }
        out.end();
        parties.address(member.address());
        out.begin(dmg).date(member.birthDate().toEpochDay()).next();
        out.literal(member.sex() == Sex.FEMALE ? female : male);
        MaritalStatus marital = member.maritalStatus();
        if (marital != null) {
            out.next().literal(maritals[marital.ordinal()]);
        }
        out.end();
    }

    private void coverage(Enrollment enrollment) {
        MaintenanceType type = enrollment.type();
        out.begin(hd).code(type.number()).skip(2).literal(health).next();
        out.text(enrollment.coverage().product(), 50).next();
        out.literal(levels[enrollment.level().ordinal()]).end();
        boolean ends = type == MaintenanceType.TERMINATION;
        out.begin(ends ? benefitEnd : benefitBegin);
        out.date(
                ends || type != MaintenanceType.CHANGE
                        ? enrollment.effectiveDate().toEpochDay()
                        : enrollment.coverage().effectiveDate().toEpochDay());
        out.end();
    }

    /** 2320 and 2330: the other coverage of those who have Medicare and Medicaid. */
    private void otherCoverage(Enrollment enrollment) {
        Member member = enrollment.member();
        Coverage second = member.secondary();
        Coverage main = member.coverage();
        if (second == null || main == null) {
            return;
        }
        boolean first = !enrollment.coverage().equals(second);
        Coverage other = first ? second : main;
        if (!other.covers((int) enrollment.effectiveDate().toEpochDay())) {
            return;
        }
        out.begin(first ? otherIsSecond : otherIsFirst);
        parties.identifier(member, other);
        out.literal(coordinated);
        out.begin(otherBegin).date(other.effectiveDate().toEpochDay()).end();
        out.begin(otherInsurer).text(other.payer().name(), 60).end();
    }
}
