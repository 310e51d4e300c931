package io.github.clinicaldata.format.x12;

import io.github.clinicaldata.format.Literal;
import io.github.clinicaldata.format.StreamContext;
import io.github.clinicaldata.record.DigitPattern;
import io.github.clinicaldata.record.coverage.Coverage;
import io.github.clinicaldata.record.eligibility.EligibilityCheck;
import io.github.clinicaldata.record.eligibility.Inquiry;
import io.github.clinicaldata.record.member.Member;
import io.github.clinicaldata.record.member.Relationship;

/** What 270 and 271 have in common: payer, provider, subscriber and dependent as they were sent. */
abstract class EligibilitySession extends TransactionSession<EligibilityCheck> {
    private static final DigitPattern CLOCK = DigitPattern.of("####");
    private static final int PERSON_CODES = 100;

    /** Writes the parties. */
    protected final PartyWriter parties;

    /** Writes the levels. */
    protected final LevelWriter levels;

    private final Literal bht;
    private final Literal payer = literal("NM1*PR*");
    private final Literal provider = literal("NM1*1P*");
    private final Literal subscriber = literal("NM1*IL*1*");
    private final Literal unnamed = literal("NM1*IL*1******MI*");
    private final Literal dependent = literal("NM1*03*1*");
    private final Literal memberId = literal("MI");
    private final Literal asked = literal("TRN*1*");
    private final Literal answered = literal("TRN*2*");
    private final Literal traceOwner = literal("*9SYNSENDER~");

    EligibilitySession(
            TransactionSet<EligibilityCheck> set,
            StreamContext context,
            String functional,
            String number,
            String bht) {
        super(set, context, functional, number, "005010X279A1");
        parties = new PartyWriter(out, delimiters);
        levels = new LevelWriter(out, delimiters);
        this.bht = literal(bht);
    }

    @Override
    protected void header(EligibilityCheck first) {
        levels.reset();
        out.begin(bht).literal(fingerprint).number(transactionNumber()).next().date(day);
        out.next().digits(CLOCK, 0).end();
    }

    /** The payer that is asked. */
    protected final long source(EligibilityCheck check, boolean children) {
        long level = levels.outermost(20, children);
        out.begin(payer);
        parties.payer(check.payer().name(), check.payer().id());
        return level;
    }

    /** The provider who asks, with the NPI that was sent. */
    protected final long receiver(EligibilityCheck check, long source, boolean children) {
        long level = levels.within(source, 21, children);
        out.begin(provider);
        parties.provider(check.provider(), check.inquiry().npi());
        return level;
    }

    /**
     * The subscriber; without a name where it is a dependent who is asked about.
     *
     * @param answer whether it is the answer
     */
    protected final long subscriber(
            EligibilityCheck check, long receiver, boolean children, boolean answer) {
        long level = levels.within(receiver, 22, children);
        Inquiry inquiry = check.inquiry();
        if (check.member().relationship() == Relationship.SELF) {
            trace(check, answer);
            out.begin(subscriber).text(inquiry.lastName(), PartyWriter.LAST_NAME).next();
            out.text(inquiry.firstName(), PartyWriter.GIVEN_NAME).skip(4).literal(memberId);
            out.next();
        } else {
            out.begin(unnamed);
        }
        number(check.member(), inquiry);
        out.end();
        return level;
    }

    /** The number by which the payer knows the subscriber, or the wrong one that was sent. */
    private void number(Member member, Inquiry inquiry) {
        Coverage coverage = member.coverage();
        if (coverage != null && inquiry.memberNumber() == member.memberNumber()) {
            parties.identifier(member, coverage);
        } else {
            out.digits(PartyWriter.SUBSCRIBER, inquiry.memberNumber() / PERSON_CODES);
        }
    }

    /** The dependent who is asked about. */
    protected final void dependent(EligibilityCheck check, long subscriber, boolean answer) {
        levels.within(subscriber, 23, false);
        trace(check, answer);
        Inquiry inquiry = check.inquiry();
        out.begin(dependent).text(inquiry.lastName(), PartyWriter.LAST_NAME).next();
        out.text(inquiry.firstName(), PartyWriter.GIVEN_NAME).end();
    }

    private void trace(EligibilityCheck check, boolean answer) {
        out.begin(answer ? answered : asked).digits(EligibilityCheck.NUMBER, check.number());
        out.literal(traceOwner);
    }
}
