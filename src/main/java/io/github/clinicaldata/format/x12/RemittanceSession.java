package io.github.clinicaldata.format.x12;

import io.github.clinicaldata.format.Literal;
import io.github.clinicaldata.format.StreamContext;
import io.github.clinicaldata.record.Text;
import io.github.clinicaldata.record.claim.Adjustment;
import io.github.clinicaldata.record.claim.Claim;
import io.github.clinicaldata.record.claim.ClaimLine;
import io.github.clinicaldata.record.claim.ClaimType;
import io.github.clinicaldata.record.claim.ClaimsKind;
import io.github.clinicaldata.record.coverage.Payer;
import io.github.clinicaldata.record.provider.Provider;
import io.github.clinicaldata.record.remittance.PaymentMethod;
import io.github.clinicaldata.record.remittance.ProviderAdjustment;
import io.github.clinicaldata.record.remittance.Remittance;
import io.github.clinicaldata.record.remittance.SettledClaim;
import io.github.clinicaldata.record.remittance.SettlementStatus;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Writes remittance advices, 835 of 005010X221A1, one payment a transaction. What no record knows
 * of payers (address, bank, tax id) is the same for all and nobody's: a bank number of a range that
 * is not used, telephone numbers and an address that are reserved or made up.
 */
final class RemittanceSession extends TransactionSession<Remittance> {
    private static final Text CLAIM_INCOMPLETE = Text.of("16");

    private final PartyWriter parties;
    private final Literal paid = literal("BPR*I*");
    private final Literal nothingPaid = literal("BPR*H*");
    private final Literal credit = literal("*C*");
    private final Literal bank =
            literal("*CCP*01*999999992*DA*SYNPAYER*1999999999**01*999999992*DA*SYNPAYEE*");
    private final Literal trn = literal("TRN*1*");
    private final Literal payerTaxId = literal("*1999999999~");
    private final Literal produced = literal("DTM*405*");
    private final Literal payer = literal("N1*PR*");
    private final Literal payerStreet = literal("N3*1 SYNTHETIC PLAZA~");
    private final Literal payerCity = literal("N4*WASHINGTON*DC*20001~");
    private final Literal payerId = literal("REF*2U*");
    private final Literal contact = literal("PER*BL*PROVIDER SERVICES*TE*2025550101~");
    private final Literal payee = literal("N1*PE*");
    private final Literal npi = literal("XX");
    private final Literal payeeTaxId = literal("REF*TJ*");
    private final Literal lx = literal("LX*1~");
    private final Literal clp = literal("CLP*");
    private final Literal cas = literal("CAS*");
    private final AdjustmentWriter reasons = new AdjustmentWriter(out, delimiters);
    private final Literal patient = literal("NM1*QC*");
    private final Literal rendering = literal("NM1*82*");
    private final Literal crossover = literal("NM1*TT*");
    private final Literal original = literal("REF*F8*");
    private final Literal from = literal("DTM*232*");
    private final Literal to = literal("DTM*233*");
    private final Literal received = literal("DTM*050*");
    private final Literal svc = literal("SVC*");
    private final Literal hc = literal("HC:");
    private final Literal nu = literal("NU:");
    private final Literal n4 = literal("N4:");
    private final Literal service = literal("DTM*472*");
    private final Literal allowed = literal("AMT*B6*");
    private final Literal remark = literal("LQ*HE*");
    private final Literal reject = literal("LQ*RX*");
    private final Literal plb = literal("PLB*");
    private final Literal yearEnd = literal("1231");
    private @Nullable Remittance open;

    RemittanceSession(TransactionSet<Remittance> set, StreamContext context) {
        super(set, context, "HP", "835", "005010X221A1");
        parties = new PartyWriter(out, delimiters);
    }

    @Override
    protected boolean belongs(Remittance remittance) {
        return false;
    }

    @Override
    protected void header(Remittance first) {
        open = first;
        out.begin(first.method() == PaymentMethod.NONE ? nothingPaid : paid)
                .money(first.total())
                .literal(credit)
                .code(first.method().code());
        if (first.method() == PaymentMethod.ACH) {
            out.literal(bank).date(first.day()).end();
        } else {
            out.skip(12).date(first.day()).end();
        }
        out.begin(trn).digits(Remittance.NUMBER, first.number()).literal(payerTaxId);
        out.begin(produced).date(first.day()).end();
        out.begin(payer).text(first.payer().name(), PartyWriter.LAST_NAME).end();
        out.whole(payerStreet);
        out.whole(payerCity);
        out.begin(payerId).code(first.payer().id()).end();
        out.whole(contact);
        Provider to = first.payee();
        out.begin(payee).text(to.name(), PartyWriter.LAST_NAME).next().literal(npi).next();
        out.digits(PartyWriter.NPI, to.npi()).end();
        parties.addressOfProvider(to.address());
        out.begin(payeeTaxId).digits(PartyWriter.NINE, to.taxId()).end();
        out.whole(lx);
    }

    @Override
    protected void body(Remittance remittance) {
        List<SettledClaim> claims = remittance.claims();
        for (int i = 0; i < claims.size(); i++) {
            settled(claims.get(i));
        }
    }

    private void settled(SettledClaim settled) {
        Claim claim = settled.claim();
        boolean reversal = settled.status() == SettlementStatus.REVERSAL;
        out.begin(clp).digits(ClaimsKind.NUMBER, claim.number()).next();
        out.code(settled.status().code()).next().money(settled.charge()).next();
        out.money(settled.paid()).next();
        if (!reversal) {
            out.money(settled.memberResponsibility());
        }
        boolean inpatient = claim.stay() != null;
        out.next().literal(FilingIndicators.of(claim.coverage(), inpatient)).next();
        out.digits(ClaimsKind.NUMBER, claim.number()).next();
        Text place = claim.placeOfService();
        Text bill = claim.typeOfBill();
        out.code(bill != null ? bill : place != null ? place : CLAIM_INCOMPLETE).next();
        out.code(claim.frequency().code()).end();
        difference(claim);
        out.begin(patient);
        parties.identified(claim.member(), claim.coverage());
        Provider by = claim.rendering();
        boolean prescriber = claim.type() == ClaimType.PHARMACY;
        if (by != null && !prescriber && by.npi() != claim.billing().npi()) {
            out.begin(rendering);
            parties.provider(by, by.npi());
        }
        if (settled.status() == SettlementStatus.SENT_ON) {
            Payer next = Objects.requireNonNull(claim.member().secondary()).payer();
            out.begin(crossover);
            parties.payer(next.name(), next.id());
        }
        if (claim.original() != null) {
            long number = claim.original().index();
            out.begin(original).digits(ClaimsKind.NUMBER, number).end();
        }
        out.begin(from).date(claim.from()).end();
        out.begin(to).date(claim.to()).end();
        out.begin(received).date(claim.received()).end();
        for (ClaimLine line : claim.lines()) {
            line(line, claim);
        }
    }

    /** Of a claim whose total is not the sum of its lines, the rest that no line adjusts. */
    private void difference(Claim claim) {
        long rest = claim.charge();
        for (ClaimLine line : claim.lines()) {
            rest -= line.charge();
        }
        if (rest != 0) {
            Adjustment like = claim.lines().get(0).adjustments().get(0);
            out.begin(cas).code(like.group()).next().code(like.reason()).next().money(rest).end();
        }
    }

    private void line(ClaimLine line, Claim claim) {
        out.begin(svc);
        Text code = line.procedureCode();
        Text revenue = line.revenueCode();
        if (code != null) {
            out.literal(hc).text(code, 48);
            if (line.modifier() != null) {
                out.component().code(line.modifier());
            }
        } else if (line.ndc() != null) {
            out.literal(n4).code(line.ndc());
        } else if (revenue != null) {
            out.literal(nu).code(revenue);
        }
        out.next().money(line.charge()).next().money(line.paid()).next();
        if (code != null && revenue != null) {
            out.code(revenue);
        }
        out.next().decimal(line.units(), 1).end();
        out.begin(service).date(line.day()).end();
        adjustments(line, claim);
    }

    private void adjustments(ClaimLine line, Claim claim) {
        List<Adjustment> adjustments = line.adjustments();
        boolean rejected = isRejected(claim);
        reasons.write(adjustments, rejected ? CLAIM_INCOMPLETE : null);
        out.begin(allowed).money(line.allowed()).end();
        for (int i = 0; i < adjustments.size(); i++) {
            Adjustment each = adjustments.get(i);
            if (rejected) {
                out.begin(reject).code(each.reason()).end();
            } else if (each.remark() != null) {
                out.begin(remark).code(each.remark()).end();
            }
        }
    }

    /** Pharmacy claims are denied with reject codes, which are no adjustment reasons. */
    private static boolean isRejected(Claim claim) {
        return claim.type() == ClaimType.PHARMACY && claim.whollyDenied();
    }

    @Override
    protected void footer() {
        Remittance remittance = Objects.requireNonNull(open);
        List<ProviderAdjustment> adjustments = remittance.adjustments();
        if (adjustments.isEmpty()) {
            return;
        }
        out.begin(plb).digits(PartyWriter.NPI, remittance.payee().npi()).next();
        out.number(SegmentWriter.yearMonthDay(remittance.day()) / 10_000).literal(yearEnd);
        for (int i = 0; i < adjustments.size(); i++) {
            ProviderAdjustment each = adjustments.get(i);
            out.next().code(each.reason()).component();
            out.digits(Remittance.NUMBER, remittance.number()).next().money(-each.amount());
        }
        out.end();
    }
}
