package io.github.clinicaldata.format.x12;

import io.github.clinicaldata.format.Literal;
import io.github.clinicaldata.format.StreamContext;
import io.github.clinicaldata.record.DigitPattern;
import io.github.clinicaldata.record.RecordId;
import io.github.clinicaldata.record.Text;
import io.github.clinicaldata.record.claim.Claim;
import io.github.clinicaldata.record.claim.ClaimsKind;
import io.github.clinicaldata.record.coverage.Coverage;
import io.github.clinicaldata.record.health.VisitDiagnosis;
import io.github.clinicaldata.record.member.Member;
import io.github.clinicaldata.record.member.Relationship;
import io.github.clinicaldata.record.provider.Provider;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What both claims of 837 have in common: parties, levels, subscriber, patient, other payer. */
abstract class ClaimSession extends TransactionSession<Claim> {
    /** A claim has no more diagnoses than this. */
    static final int MOST_DIAGNOSES = 12;

    /** How claim numbers are written. */
    static final DigitPattern NUMBER = ClaimsKind.NUMBER;

    /** Writes the parties. */
    protected final PartyWriter parties;

    /** Writes what a payer before made of a claim. */
    protected final PriorPayerWriter priorPayer;

    /** Writes drugs that were given. */
    protected final DoseWriter doses;

    private final Literal bht = literal("BHT*0019*00*");
    private final Literal bhtEnd = literal("*0000*CH~");
    private final Literal submitter = literal("NM1*41*2*CLINICAL DATA GENERATOR*****46*SYNSENDER~");
    private final Literal contact = literal("PER*IC*TEST DATA*TE*2025550100~");
    private final Literal receiver =
            literal("NM1*40*2*SYNTHETIC CLEARINGHOUSE*****46*SYNRECEIVER~");
    private final Literal hl = literal("HL*");
    private final Literal billingLevel = literal("**20*1~");
    private final Literal subscriberLeaf = literal("*22*0~");
    private final Literal subscriberParent = literal("*22*1~");
    private final Literal patientLevel = literal("*23*0~");
    private final Literal taxonomy = literal("PRV*BI*PXC*");
    private final Literal billing = literal("NM1*85*");
    private final Literal taxId = literal("REF*EI*");
    private final Literal primarySelf = literal("SBR*P*18*");
    private final Literal primaryOther = literal("SBR*P**");
    private final Literal subscriber = literal("NM1*IL*");
    private final Literal payer = literal("NM1*PR*");
    private final Literal spouse = literal("PAT*01~");
    private final Literal child = literal("PAT*19~");
    private final Literal patient = literal("NM1*QC*1*");
    private final Literal secondarySelf = literal("SBR*S*18*");
    private final Literal otherInsurance = literal("OI***Y***Y~");
    private final Literal original = literal("REF*F8*");
    private long levels;
    private long billingLevels;
    private @Nullable Provider lastBilling;
    private long lastNpi;

    ClaimSession(TransactionSet<Claim> set, StreamContext context, String guide) {
        super(set, context, "HC", "837", guide);
        parties = new PartyWriter(out, delimiters);
        doses = new DoseWriter(out, delimiters);
        priorPayer = new PriorPayerWriter(out, parties, delimiters);
    }

    @Override
    protected void header(Claim first) {
        levels = 0;
        lastBilling = null;
        out.begin(bht).literal(fingerprint).number(transactionNumber()).next().date(day);
        out.literal(bhtEnd);
        out.whole(submitter);
        out.whole(contact);
        out.whole(receiver);
    }

    @Override
    protected void body(Claim claim) {
        billing(claim);
        Member member = claim.member();
        Member holder = claim.subscriber();
        boolean self = member.relationship() == Relationship.SELF;
        out.begin(hl).number(++levels).next().number(billingLevels);
        out.literal(self ? subscriberLeaf : subscriberParent);
        subscriber(claim, holder, self);
        if (!self) {
            patient(member);
        }
        claim(claim);
    }

    /** The billing provider, where it is another one than that of the last claim. */
    private void billing(Claim claim) {
        Provider provider = claim.billing();
        if (lastBilling != null
                && lastNpi == claim.billingNpi()
                && lastBilling.id().equals(provider.id())) {
            return;
        }
        lastBilling = provider;
        lastNpi = claim.billingNpi();
        billingLevels = ++levels;
        out.begin(hl).number(levels).literal(billingLevel);
        out.begin(taxonomy).code(provider.type().taxonomy()).end();
        out.begin(billing);
        parties.provider(provider, claim.billingNpi());
        parties.addressOfProvider(provider.address());
        out.begin(taxId).digits(PartyWriter.NINE, provider.taxId()).end();
    }

    private void subscriber(Claim claim, Member holder, boolean self) {
        Coverage coverage = claim.coverage();
        boolean second = claim.prior() != null;
        out.begin(second ? secondarySelf : self ? primarySelf : primaryOther);
        group(coverage);
        out.skip(5).literal(FilingIndicators.of(coverage, isInpatient(claim))).end();
        out.begin(subscriber);
        parties.identified(holder, coverage);
        if (self) {
            parties.address(holder.address());
            parties.demographics(holder);
        }
        out.begin(payer);
        parties.payer(coverage.payer().name(), coverage.payer().id());
    }

    /** SBR03; the name of the group stands in SBR04 where there is no number. */
    private void group(Coverage coverage) {
        Text number = coverage.groupNumber();
        out.text(number, 50).next();
        if (number == null) {
            out.text(coverage.groupName(), 60);
        }
    }

    private void patient(Member member) {
        out.begin(hl).number(++levels).next().number(levels - 1).literal(patientLevel);
        out.whole(member.relationship() == Relationship.SPOUSE ? spouse : child);
        out.begin(patient);
        parties.names(member);
        out.end();
        parties.address(member.address());
        parties.demographics(member);
    }

    /** Whether the claim is for a stay in a hospital. */
    protected static boolean isInpatient(Claim claim) {
        return claim.stay() != null;
    }

    /** Writes the claim itself. */
    protected abstract void claim(Claim claim);

    /** REF*F8 of claims that replace or take back another one. */
    protected final void original(Claim claim) {
        RecordId before = claim.original();
        if (before != null) {
            long number = before.index();
            out.begin(original).digits(NUMBER, number).end();
        }
    }

    /** The other payer of a member who has two. */
    protected final void otherPayer(Claim claim) {
        if (claim.prior() != null) {
            priorPayer.claim(claim);
            return;
        }
        Coverage other = claim.member().secondary();
        if (other == null || !other.covers(claim.from())) {
            return;
        }
        out.begin(secondarySelf);
        group(other);
        out.skip(5).literal(FilingIndicators.of(other, isInpatient(claim))).end();
        out.whole(otherInsurance);
        out.begin(subscriber);
        parties.identified(claim.member(), other);
        out.begin(payer);
        parties.payer(other.payer().name(), other.payer().id());
    }

    /** How many of the diagnoses are written. */
    protected static int count(List<VisitDiagnosis> diagnoses) {
        return Math.min(diagnoses.size(), MOST_DIAGNOSES);
    }

    /** Whether a diagnosis is the cause of an injury. */
    protected static boolean isExternalCause(VisitDiagnosis diagnosis) {
        byte letter = diagnosis.diagnosis().code().byteAt(0);
        return letter >= 'V' && letter <= 'Y';
    }
}
