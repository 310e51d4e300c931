package io.github.clinicaldata.format.fhir;

import io.github.clinicaldata.record.Population;
import io.github.clinicaldata.record.claim.Claim;
import io.github.clinicaldata.record.claim.ClaimStatus;
import io.github.clinicaldata.record.claim.Decision;
import io.github.clinicaldata.record.claim.StatusChange;
import io.github.clinicaldata.record.filter.Filters;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Claims that were decided, as {@code ExplanationOfBenefit} by CARIN Blue Button. Claims that are
 * faulty on purpose claim no profile.
 */
@Singleton
public final class ExplanationOfBenefitMapping implements ResourceMapping<Claim> {
    private static final Fragment PROFESSIONAL = Fragments.meta(Profiles.C4BB_EOB_PROFESSIONAL);
    private static final Fragment INPATIENT = Fragments.meta(Profiles.C4BB_EOB_INPATIENT);
    private static final Fragment OUTPATIENT = Fragments.meta(Profiles.C4BB_EOB_OUTPATIENT);
    private static final Fragment PHARMACY = Fragments.meta(Profiles.C4BB_EOB_PHARMACY);
    private static final Fragment LABEL = Fragments.label();
    private static final Fragment COMPLETE = Fragments.text(ClaimElements.OUTCOME, "complete");
    private static final Fragment PAID = payment("paid", "Paid");
    private static final Fragment DENIED = payment("denied", "Denied");
    private static final Fragment PARTIALLY_PAID = payment("partiallypaid", "Partially Paid");

    private static Fragment payment(String code, String display) {
        return Fragments.concept(Elements.TYPE, ClaimSystems.C4BB_STATUS, code, display);
    }

    @Override
    public String kind() {
        return "claims";
    }

    @Override
    public ResourceType type() {
        return ResourceType.EXPLANATION_OF_BENEFIT;
    }

    @Override
    public boolean writesAll() {
        return false;
    }

    @Override
    public boolean writes(Claim claim) {
        return claim.decision() != null;
    }

    @Override
    public Map<String, List<String>> needs() {
        return Map.of(
                "status",
                Filters.codes(
                        ClaimStatus.APPROVED,
                        ClaimStatus.PAID,
                        ClaimStatus.DENIED,
                        ClaimStatus.REVERSED));
    }

    @Override
    public void write(Claim claim, Population population, ResourceWriter writer) {
        Decision decision = Objects.requireNonNull(claim.decision());
        boolean sent = decision.paymentDay() <= population.asOf().toEpochDay();
        writer.begin(ResourceType.EXPLANATION_OF_BENEFIT, claim.id());
        DataTypes.meta(
                writer, LocalDate.ofEpochDay(changed(claim, decision, sent)), profile(claim));
        ClaimParts.opening(writer, claim);
        writer.date(ClaimElements.CREATED, LocalDate.ofEpochDay(claim.decidedDay()));
        ClaimParts.parties(writer, claim);
        ClaimParts.related(writer, claim);
        ClaimParts.payee(writer, claim);
        writer.reference(ClaimElements.CLAIM, ResourceType.CLAIM, claim.id());
        writer.fixed(COMPLETE);
        ClaimParts.careTeam(writer, claim);
        SupportingInfo.write(writer, claim);
        ClaimParts.diagnoses(writer, claim);
        ClaimParts.procedures(writer, claim);
        writer.beginArray(ClaimElements.INSURANCE);
        writer.beginObject();
        ClaimParts.coverage(writer, claim);
        writer.endObject();
        writer.endArray();
        ClaimItems.write(writer, claim, true);
        Adjudications.header(writer, claim);
        Adjudications.totals(writer, claim, decision, sent && !claim.whollyDenied());
        if (sent) {
            payment(writer, claim, decision);
        }
        writer.end();
    }

    /** A denial is not paid, and its payment of nothing goes out later all the same. */
    private static int changed(Claim claim, Decision decision, boolean sent) {
        List<StatusChange> history = claim.history();
        int day = history.get(history.size() - 1).day();
        return sent ? Math.max(day, decision.paymentDay()) : day;
    }

    private static Fragment profile(Claim claim) {
        if (claim.fault() != null) {
            return LABEL;
        }
        return switch (claim.type()) {
            case PROFESSIONAL -> PROFESSIONAL;
            case INSTITUTIONAL -> claim.stay() == null ? OUTPATIENT : INPATIENT;
            case PHARMACY -> PHARMACY;
        };
    }

    private static void payment(ResourceWriter writer, Claim claim, Decision decision) {
        writer.beginObject(ClaimElements.PAYMENT);
        if (claim.whollyDenied()) {
            writer.fixed(DENIED);
        } else {
            writer.fixed(Adjudications.denied(claim) == 0 ? PAID : PARTIALLY_PAID);
        }
        writer.date(ClaimElements.DATE, LocalDate.ofEpochDay(decision.paymentDay()));
        FinancialTypes.money(writer, ClaimElements.AMOUNT, decision.paid());
        writer.endObject();
    }
}
