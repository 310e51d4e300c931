package io.github.clinicaldata.format.x12;

import io.github.clinicaldata.format.Literal;
import io.github.clinicaldata.format.StreamContext;
import io.github.clinicaldata.record.claim.PlanDesign;
import io.github.clinicaldata.record.coverage.Coverage;
import io.github.clinicaldata.record.eligibility.Accumulated;
import io.github.clinicaldata.record.eligibility.Benefit;
import io.github.clinicaldata.record.eligibility.CheckStatus;
import io.github.clinicaldata.record.eligibility.EligibilityCheck;
import io.github.clinicaldata.record.eligibility.FoundCoverage;
import io.github.clinicaldata.record.eligibility.Rejection;
import io.github.clinicaldata.record.member.Relationship;
import io.github.clinicaldata.record.person.Sex;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Writes eligibility responses, 271 of 005010X279A1. */
final class ResponseSession extends EligibilitySession {
    private final Literal sourceDown = literal("AAA*Y**");
    private final Literal rejected = literal("AAA*N**");
    private final Literal tryAgain = literal("*R~");
    private final Literal correct = literal("*C~");
    private final Literal no = literal("*N~");
    private final Literal birth = literal("DMG*D8*");
    private final Literal female = literal("F");
    private final Literal male = literal("M");
    private final Literal group = literal("REF*6P*");
    private final Literal spouse = literal("INS*N*01~");
    private final Literal child = literal("INS*N*19~");
    private final Literal planBegin = literal("DTP*346*D8*");
    private final Literal planEnd = literal("DTP*347*D8*");
    private final Literal active = literal("EB*1**30");
    private final Literal inactive = literal("EB*6**30");
    private final Literal deductible = literal("EB*C*IND*30***23*");
    private final Literal deductibleLeft = literal("EB*C*IND*30***29*");
    private final Literal maximum = literal("EB*G*IND*30***23*");
    private final Literal maximumLeft = literal("EB*G*IND*30***29*");
    private final Literal notCovered = literal("EB*I**");
    private final Literal copay = literal("EB*B**");
    private final Literal perVisit = literal("***27*");
    private final Literal coinsurance = literal("EB*A**");
    private final Literal share = literal("*****");
    private final Literal inNetwork = literal("Y");
    private final Literal outOfNetwork = literal("N");

    ResponseSession(TransactionSet<EligibilityCheck> set, StreamContext context) {
        super(set, context, "HB", "271", "BHT*0022*11*");
    }

    @Override
    protected void body(EligibilityCheck check) {
        Rejection rejection = check.rejection();
        int code = rejection == null ? 0 : Integer.parseInt(rejection.code().toString());
        boolean bySource = code == 42;
        boolean byReceiver = code == 43 || code == 50 || code == 51;
        // no level follows the one that rejects
        long source = source(check, !bySource);
        if (bySource) {
            reject(check.rejection(), code);
            return;
        }
        long receiver = receiver(check, source, !byReceiver);
        if (byReceiver) {
            reject(check.rejection(), code);
            return;
        }
        boolean self = check.member().relationship() == Relationship.SELF;
        long level = subscriber(check, receiver, !self, true);
        if (!self) {
            dependent(check, level, true);
        }
        if (rejection != null) {
            reject(rejection, code);
        } else {
            answer(check, self);
        }
    }

    private void reject(@Nullable Rejection rejection, int code) {
        if (rejection != null) {
            out.begin(code == 42 ? sourceDown : rejected).code(rejection.code());
            out.literal(code == 42 ? tryAgain : code == 50 ? no : correct);
        }
    }

    private void answer(EligibilityCheck check, boolean self) {
        FoundCoverage found = check.coverage();
        if (found != null && found.coverage().groupNumber() != null) {
            out.begin(group).text(found.coverage().groupNumber(), 50).end();
        }
        if (self) {
            parties.address(check.member().address());
        }
        out.begin(birth).date(check.member().birthDate().toEpochDay()).next();
        out.literal(check.member().sex() == Sex.FEMALE ? female : male).end();
        if (!self) {
            out.whole(check.member().relationship() == Relationship.SPOUSE ? spouse : child);
        }
        if (found != null) {
            out.begin(planBegin).date(found.coverage().effectiveDate().toEpochDay()).end();
            LocalDate end = found.termination();
            if (end != null) {
                out.begin(planEnd).date(end.toEpochDay()).end();
            }
        }
        status(check, found);
        Accumulated met = check.accumulated();
        if (met != null) {
            out.begin(deductible).money(met.deductible()).end();
            out.begin(deductibleLeft).money(met.deductibleRemaining()).end();
            if (met.outOfPocketMax() != PlanDesign.NONE) {
                out.begin(maximum).money(met.outOfPocketMax()).end();
                out.begin(maximumLeft).money(met.outOfPocketRemaining()).end();
            }
        }
        for (Benefit benefit : check.benefits()) {
            benefit(benefit, found != null && found.inNetwork());
        }
    }

    private void status(EligibilityCheck check, @Nullable FoundCoverage found) {
        out.begin(check.status() == CheckStatus.ACTIVE ? active : inactive);
        if (found != null) {
            Coverage coverage = found.coverage();
            out.next().literal(InsuranceTypes.of(coverage)).next().text(coverage.product(), 50);
        }
        out.end();
    }

    private void benefit(Benefit benefit, boolean inside) {
        if (!benefit.covered()) {
            out.begin(notCovered).code(benefit.type().code()).end();
            return;
        }
        if (benefit.copay() != PlanDesign.NONE) {
            out.begin(copay).code(benefit.type().code()).literal(perVisit);
            out.money(benefit.copay()).skip(5);
        } else {
            out.begin(coinsurance).code(benefit.type().code()).literal(share);
            out.decimal(benefit.coinsurance(), 4).skip(4);
        }
        out.literal(inside ? inNetwork : outOfNetwork).end();
    }
}
