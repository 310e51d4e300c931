package io.github.clinicaldata.record.claim;

import io.github.clinicaldata.record.RecordId;
import io.github.clinicaldata.record.Text;
import io.github.clinicaldata.record.coverage.Coverage;
import io.github.clinicaldata.record.health.Visit;
import io.github.clinicaldata.record.health.VisitDiagnosis;
import io.github.clinicaldata.record.medication.Fill;
import io.github.clinicaldata.record.member.Member;
import io.github.clinicaldata.record.pathway.Stay;
import io.github.clinicaldata.record.procedure.StayProcedures.StayProcedure;
import io.github.clinicaldata.record.provider.Provider;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A claim as it is known on the population's {@code asOf}. Amounts in cents, days since 1970. */
public final class Claim {
    private final RecordId id;
    private final long number;
    private final ClaimDraft draft;
    private final @Nullable RecordId encounter;
    private final @Nullable RecordId original;
    private final @Nullable RecordId prior;
    private final List<StatusChange> history;
    private final boolean decided;
    private final Member subscriber;

    Claim(
            RecordId id,
            long number,
            ClaimDraft draft,
            @Nullable RecordId encounter,
            @Nullable RecordId original,
            @Nullable RecordId prior,
            Member subscriber,
            int asOf) {
        this.id = id;
        this.number = number;
        this.draft = draft;
        this.encounter = encounter;
        this.original = original;
        this.prior = prior;
        this.subscriber = subscriber;
        decided = draft.decided <= asOf;
        history = history(draft, asOf);
        number(draft, asOf);
        if (draft.prior != null) {
            number(draft.prior, asOf);
        }
    }

    private static void number(ClaimDraft draft, int asOf) {
        int position = 0;
        for (ClaimLine line : draft.lines) {
            line.number = ++position;
            line.known = draft.decided <= asOf;
            line.institutional = draft.type == ClaimType.INSTITUTIONAL;
            line.secondPointer = position > 1 && draft.diagnoses.size() > 1;
        }
    }

    private static List<StatusChange> history(ClaimDraft draft, int asOf) {
        List<StatusChange> history = new ArrayList<>(4);
        history.add(new StatusChange(ClaimStatus.RECEIVED, draft.received));
        if (draft.pended >= 0) {
            add(history, ClaimStatus.PENDED, draft.pended, asOf);
        }
        if (draft.whollyDenied) {
            add(history, ClaimStatus.DENIED, draft.decided, asOf);
        } else {
            add(history, ClaimStatus.APPROVED, draft.decided, asOf);
            add(history, ClaimStatus.PAID, draft.paidOn, asOf);
        }
        ClaimDraft later = draft.voidedBy;
        if (later != null) {
            add(history, ClaimStatus.REVERSED, later.decided, asOf);
        }
        return history;
    }

    private static void add(List<StatusChange> history, ClaimStatus status, int day, int asOf) {
        if (day <= asOf) {
            history.add(new StatusChange(status, day));
        }
    }

    /** The record's id. */
    public RecordId id() {
        return id;
    }

    /** The payer's claim control number. */
    public long number() {
        return number;
    }

    /** What kind of bill it is. */
    public ClaimType type() {
        return draft.type;
    }

    /** Whether it is the first for its service. */
    public ClaimFrequency frequency() {
        return draft.frequency;
    }

    /** The claim that this one replaces or takes back, or null. */
    public @Nullable RecordId original() {
        return original;
    }

    /** The claim to the payer before, or null: only claims to a second payer have one. */
    public @Nullable RecordId prior() {
        return prior;
    }

    /** The coverage that paid before, or null. */
    public @Nullable Coverage priorCoverage() {
        return draft.prior == null ? null : draft.prior.coverage;
    }

    /** What the payer before made of it, or null. */
    public @Nullable Decision priorDecision() {
        return draft.prior == null ? null : new Decision(draft.prior);
    }

    /** The day on which the payer before decided; only of claims to a second payer. */
    public int priorDay() {
        return Objects.requireNonNull(draft.prior).decided;
    }

    /** Whether the payer sent it on to a second one, on {@code asOf} or later. */
    public boolean goesOn() {
        return draft.further != null;
    }

    /** Which of the member's payers it goes to. */
    public PayerSequence sequence() {
        return draft.prior == null ? PayerSequence.PRIMARY : PayerSequence.SECONDARY;
    }

    /** How far the payer is. */
    public ClaimStatus status() {
        return history.get(history.size() - 1).status();
    }

    /** The steps so far, the first one first. */
    public List<StatusChange> history() {
        return history;
    }

    /** The member. */
    public Member member() {
        return draft.of;
    }

    /** Who holds the policy: the member itself, or another one of the household. */
    public Member subscriber() {
        return subscriber;
    }

    /** The coverage that pays. */
    public Coverage coverage() {
        return draft.coverage;
    }

    /** Who bills. */
    public Provider billing() {
        return draft.billing;
    }

    /** Who gave the service, or prescribed the drug, or null. */
    public @Nullable Provider rendering() {
        return draft.rendering;
    }

    /** Where the service was given, where that is not the billing provider, or null. */
    public @Nullable Provider facility() {
        Provider facility = draft.facility;
        // by id: how often a provider was read, and so made, depends on what was read before
        return facility == null || facility.id().equals(draft.billing.id()) ? null : facility;
    }

    /** Whether the billing provider is in the payer's network. */
    public boolean inNetwork() {
        return draft.inNetwork;
    }

    /** The encounter that it bills, or null. */
    public @Nullable RecordId encounter() {
        return encounter;
    }

    /** The place of service of a professional or pharmacy claim, or null. */
    public @Nullable Text placeOfService() {
        return draft.type == ClaimType.INSTITUTIONAL ? null : draft.place;
    }

    /** The first two digits of the type of bill of an institutional claim, or null. */
    public @Nullable Text typeOfBill() {
        return draft.type == ClaimType.INSTITUTIONAL ? draft.place : null;
    }

    /** The visit, or null. */
    public @Nullable Visit visit() {
        return draft.visit;
    }

    /** The stay that an institutional claim bills, or null. */
    public @Nullable Stay stay() {
        Visit visit = draft.visit;
        return visit == null || draft.type != ClaimType.INSTITUTIONAL ? null : visit.rule().stay();
    }

    /** The fill of a pharmacy claim, or null. */
    public @Nullable Fill fill() {
        return draft.fill;
    }

    /** The first day of service. */
    public int from() {
        return draft.from;
    }

    /** The last day of service. */
    public int to() {
        return draft.fault == ClaimFault.SERVICE_AFTER_RECEIPT ? draft.received + 30 : draft.to;
    }

    /** The day of receipt. */
    public int received() {
        return draft.received;
    }

    /** What was done in the stay that the claim bills, the principal procedure first. */
    public List<StayProcedure> procedures() {
        return draft.procedures;
    }

    /** The diagnoses, the principal one first. */
    public List<VisitDiagnosis> diagnoses() {
        return draft.fault == ClaimFault.DIAGNOSIS_MISSING ? List.of() : draft.diagnoses;
    }

    /** The lines. */
    public List<ClaimLine> lines() {
        return draft.lines;
    }

    /** The sum of the lines' charges, but in a claim that is faulty in just that. */
    public long charge() {
        return draft.charge() + (draft.fault == ClaimFault.TOTAL_WRONG ? 1_00 : 0);
    }

    /** The billing provider's NPI; with a wrong check digit where that is the claim's fault. */
    public long billingNpi() {
        long npi = draft.billing.npi();
        return draft.fault == ClaimFault.NPI_WRONG ? npi - npi % 10 + (npi + 1) % 10 : npi;
    }

    /** What is wrong with it on purpose, or null. */
    public @Nullable ClaimFault fault() {
        return draft.fault;
    }

    /** The day of the decision, whether it has come on {@code asOf} or not. */
    public int decidedDay() {
        return draft.decided;
    }

    /** The day of the payment, whether it has come on {@code asOf} or not. */
    public int paymentDay() {
        return draft.paidOn;
    }

    /** The number of the payment that settles it among those of the claims of its year, or -1. */
    public int payment() {
        return draft.payment;
    }

    /** Whether nothing of it is paid since it is denied as a whole. */
    public boolean whollyDenied() {
        return draft.whollyDenied;
    }

    /** What the payer makes of it, whether that is known on {@code asOf} or not. */
    public Decision settlement() {
        return new Decision(draft);
    }

    /** The member's position in the block. */
    public int memberPosition() {
        return draft.member;
    }

    /** What the payer made of it, or null as long as it is not decided. */
    public @Nullable Decision decision() {
        return decided ? new Decision(draft) : null;
    }

    /** Two claims are the same when they say the same. */
    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || other instanceof Claim claim
                        && id.equals(claim.id)
                        && history.equals(claim.history)
                        && decided == claim.decided
                        && Objects.equals(original, claim.original)
                        && Objects.equals(encounter, claim.encounter)
                        && Objects.equals(prior, claim.prior)
                        && draft.of.equals(claim.draft.of)
                        && draft.billing.equals(claim.draft.billing)
                        && Objects.equals(draft.rendering, claim.draft.rendering)
                        && diagnoses().equals(claim.diagnoses())
                        && procedures().equals(claim.procedures())
                        && lines().equals(claim.lines());
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }

    @Override
    public String toString() {
        return "claim " + id + " " + draft.type + " " + history + " " + charge();
    }
}
