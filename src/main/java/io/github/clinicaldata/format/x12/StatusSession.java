package io.github.clinicaldata.format.x12;

import io.github.clinicaldata.format.Literal;
import io.github.clinicaldata.format.StreamContext;
import io.github.clinicaldata.record.DigitPattern;
import io.github.clinicaldata.record.Text;
import io.github.clinicaldata.record.claim.Claim;
import io.github.clinicaldata.record.claim.ClaimStatus;
import io.github.clinicaldata.record.claim.ClaimsKind;
import io.github.clinicaldata.record.claim.Decision;
import io.github.clinicaldata.record.claim.StatusChange;
import io.github.clinicaldata.record.member.Member;
import io.github.clinicaldata.record.member.Relationship;
import java.util.List;

/** Writes claim status requests, 276, and responses, 277, of 005010X212. */
final class StatusSession extends TransactionSession<Claim> {
    private static final DigitPattern CLOCK = DigitPattern.of("####");
    private static final DigitPattern TRACE = DigitPattern.of("SYNS##############");

    private final PartyWriter parties;
    private final LevelWriter levels;
    private final boolean answer;
    private final Literal bht;
    private final Literal bhtEnd;
    private final Literal payer = literal("NM1*PR*");
    private final Literal receiver = literal("NM1*41*2*CLINICAL DATA GENERATOR*****46*SYNSENDER~");
    private final Literal provider = literal("NM1*1P*");
    private final Literal subscriber = literal("NM1*IL*");
    private final Literal patient = literal("NM1*QC*1*");
    private final Literal asked = literal("TRN*1*");
    private final Literal answered = literal("TRN*2*");
    private final Literal claimNumber = literal("REF*1K*");
    private final Literal bill = literal("REF*BLT*");
    private final Literal account = literal("REF*EJ*");
    private final Literal amount = literal("AMT*T3*");
    private final Literal served = literal("DTP*472*RD8*");
    private final Literal hyphen = literal("-");
    private final Literal stc = literal("STC*");
    private final Literal[] statuses = {
        literal("P1:20"),
        literal("P2:46"),
        literal("F0:3"),
        literal("F1:65"),
        literal("F2:585"),
        literal("F3:101")
    };

    StatusSession(TransactionSet<Claim> set, StreamContext context, boolean answer) {
        super(set, context, answer ? "HN" : "HR", answer ? "277" : "276", "005010X212");
        parties = new PartyWriter(out, delimiters);
        levels = new LevelWriter(out, delimiters);
        this.answer = answer;
        bht = literal(answer ? "BHT*0010*08*" : "BHT*0010*13*");
        bhtEnd = literal(answer ? "*DG~" : "~");
    }

    @Override
    protected void header(Claim first) {
        levels.reset();
        out.begin(bht).literal(fingerprint).number(transactionNumber()).next().date(day);
        out.next().digits(CLOCK, 0).literal(bhtEnd);
    }

    @Override
    protected void body(Claim claim) {
        long level = levels.outermost(20, true);
        out.begin(payer);
        parties.payer(claim.coverage().payer().name(), claim.coverage().payer().id());
        level = levels.within(level, 21, true);
        out.whole(receiver);
        level = levels.within(level, 19, true);
        out.begin(provider);
        parties.provider(claim.billing(), claim.billingNpi());
        Member member = claim.member();
        boolean self = member.relationship() == Relationship.SELF;
        level = levels.within(level, 22, !self);
        if (self && !answer) {
            parties.demographics(member);
        }
        out.begin(subscriber);
        parties.identified(claim.subscriber(), claim.coverage());
        if (!self) {
            levels.within(level, 23, false);
            if (!answer) {
                parties.demographics(member);
            }
            out.begin(patient);
            parties.names(member);
            out.end();
        }
        claim(claim);
    }

    private void claim(Claim claim) {
        out.begin(answer ? answered : asked).digits(TRACE, claim.number()).end();
        if (answer) {
            status(claim);
        }
        out.begin(claimNumber).digits(ClaimsKind.NUMBER, claim.number()).end();
        Text facility = claim.typeOfBill();
        if (facility != null) {
            out.begin(bill).code(facility).code(claim.frequency().code()).end();
        }
        if (!answer) {
            out.begin(account).digits(ClaimsKind.NUMBER, claim.number()).end();
            out.begin(amount).money(Math.abs(claim.charge())).end();
        } else {
            out.begin(account).digits(ClaimsKind.NUMBER, claim.number()).end();
        }
        out.begin(served).date(claim.from()).literal(hyphen).date(claim.to()).end();
    }

    private void status(Claim claim) {
        List<StatusChange> history = claim.history();
        StatusChange last = history.get(history.size() - 1);
        Decision decision = claim.decision();
        out.begin(stc).literal(statuses[last.status().ordinal()]).next().date(last.day());
        out.skip(2).money(Math.abs(claim.charge())).next();
        out.money(decision == null ? 0 : Math.abs(decision.paid()));
        if (decision != null) {
            out.next().date(claim.decidedDay());
            if (last.status() == ClaimStatus.PAID) {
                out.skip(2).date(claim.paymentDay());
            }
        }
        out.end();
    }
}
