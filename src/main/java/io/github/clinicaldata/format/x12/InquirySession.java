package io.github.clinicaldata.format.x12;

import io.github.clinicaldata.format.Literal;
import io.github.clinicaldata.format.StreamContext;
import io.github.clinicaldata.record.eligibility.EligibilityCheck;
import io.github.clinicaldata.record.eligibility.Inquiry;
import io.github.clinicaldata.record.eligibility.ServiceType;
import io.github.clinicaldata.record.member.Relationship;
import java.util.List;

/** Writes eligibility inquiries, 270 of 005010X279A1, as they were sent. */
final class InquirySession extends EligibilitySession {
    private final Literal birth = literal("DMG*D8*");
    private final Literal serviceDate = literal("DTP*291*D8*");
    private final Literal eq = literal("EQ*");
    private final Literal repetition = literal("^");

    InquirySession(TransactionSet<EligibilityCheck> set, StreamContext context) {
        super(set, context, "HS", "270", "BHT*0022*13*");
    }

    @Override
    protected void body(EligibilityCheck check) {
        long source = source(check, true);
        long receiver = receiver(check, source, true);
        boolean self = check.member().relationship() == Relationship.SELF;
        Inquiry inquiry = check.inquiry();
        long level = subscriber(check, receiver, !self, false);
        if (!self) {
            dependent(check, level, false);
        }
        if (inquiry.birthDate() != null) {
            out.begin(birth).date(inquiry.birthDate().toEpochDay()).end();
        }
        if (inquiry.serviceDate() != null) {
            out.begin(serviceDate).date(inquiry.serviceDate().toEpochDay()).end();
        }
        List<ServiceType> types = inquiry.serviceTypes();
        out.begin(eq).code(types.get(0).code());
        for (int i = 1; i < types.size(); i++) {
            out.literal(repetition).code(types.get(i).code());
        }
        out.end();
    }
}
