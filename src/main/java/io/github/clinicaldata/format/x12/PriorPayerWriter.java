package io.github.clinicaldata.format.x12;

import io.github.clinicaldata.format.Literal;
import io.github.clinicaldata.record.Text;
import io.github.clinicaldata.record.claim.Claim;
import io.github.clinicaldata.record.claim.ClaimLine;
import io.github.clinicaldata.record.claim.ClaimsKind;
import io.github.clinicaldata.record.coverage.Coverage;
import java.util.Objects;

/**
 * Writes what the payer before made of a claim to a second one: the loops 2320 and 2330 of the
 * claim, and 2430 of each line. All adjustments stand at the lines, so that the claim has none.
 */
final class PriorPayerWriter {
    private final SegmentWriter out;
    private final PartyWriter parties;
    private final Literal primarySelf;
    private final Literal paid;
    private final Literal otherInsurance;
    private final Literal subscriber;
    private final Literal payer;
    private final Literal number;
    private final Literal svd;
    private final Literal hc;
    private final AdjustmentWriter adjustments;
    private final Literal decided;

    PriorPayerWriter(SegmentWriter out, PartyWriter parties, Delimiters delimiters) {
        this.out = out;
        this.parties = parties;
        primarySelf = delimiters.literal("SBR*P*18*");
        paid = delimiters.literal("AMT*D*");
        otherInsurance = delimiters.literal("OI***Y***Y~");
        subscriber = delimiters.literal("NM1*IL*");
        payer = delimiters.literal("NM1*PR*");
        number = delimiters.literal("REF*F8*");
        svd = delimiters.literal("SVD*");
        hc = delimiters.literal("HC:");
        adjustments = new AdjustmentWriter(out, delimiters);
        decided = delimiters.literal("DTP*573*D8*");
    }

    /** The payer before: 2320, 2330A and 2330B. */
    void claim(Claim claim) {
        Coverage before = Objects.requireNonNull(claim.priorCoverage());
        out.begin(primarySelf).text(before.groupNumber(), 50).next();
        out.skip(5).literal(FilingIndicators.of(before, ClaimSession.isInpatient(claim))).end();
        out.begin(paid).money(Objects.requireNonNull(claim.priorDecision()).paid()).end();
        out.whole(otherInsurance);
        out.begin(subscriber);
        parties.identified(claim.member(), before);
        out.begin(payer);
        parties.payer(before.payer().name(), before.payer().id());
        long itsNumber = Objects.requireNonNull(claim.prior()).index();
        out.begin(number).digits(ClaimsKind.NUMBER, itsNumber).end();
    }

    /** What that payer made of a line: 2430; nothing where the claim is to the first payer. */
    void line(Claim claim, ClaimLine line) {
        ClaimLine before = line.prior();
        if (before == null) {
            return;
        }
        Coverage coverage = Objects.requireNonNull(claim.priorCoverage());
        out.begin(svd).code(coverage.payer().id()).next().money(before.paid()).next();
        Text code = line.procedureCode();
        if (code != null) {
            out.literal(hc).text(code, 48);
            Text modifier = line.modifier();
            if (modifier != null) {
                out.component().code(modifier);
            }
        }
        out.next();
        Text revenue = line.revenueCode();
        if (revenue != null) {
            out.code(revenue);
        }
        out.next().decimal(line.units(), 1).end();
        adjustments.write(before.adjustments(), null);
        out.begin(decided).date(claim.priorDay()).end();
    }
}
