package io.github.clinicaldata.format.hl7v2;

import io.github.clinicaldata.format.Literal;
import io.github.clinicaldata.format.StreamContext;
import io.github.clinicaldata.record.RecordId;
import io.github.clinicaldata.record.coverage.Coverage;
import io.github.clinicaldata.record.member.Member;
import java.time.OffsetDateTime;

/** Writes ADT^A08 of members, as their payer sends them; of the uninsured, a registry does. */
final class MemberSession extends Hl7Session<Member> {
    private final Literal registry = Literal.of("SYNREGISTRY");
    private final Literal evn = Literal.of("EVN|A08|");
    private final Literal noVisit = Literal.of("PV1|1|N");

    MemberSession(MemberUpdates type, StreamContext context) {
        super(type, context, AdmissionEvent.UPDATE.messageType(), "SYNHIE", "AL|NE", "");
    }

    @Override
    protected RecordId id(Member member) {
        return member.id();
    }

    @Override
    protected Member patient(Member member) {
        return member;
    }

    @Override
    protected void facility(Member member) {
        Coverage coverage = member.coverage();
        if (coverage == null) {
            out.literal(registry);
        } else {
            out.code(coverage.payer().id());
        }
    }

    @Override
    protected OffsetDateTime sent(Member member) {
        return asOf;
    }

    @Override
    protected void body(Member member) {
        out.begin(evn).moment(asOf).end();
        patients.pid(member, null);
        patients.pd1(member);
        out.begin(noVisit).end();
        patients.in1(member);
    }
}
