package io.github.clinicaldata.format.fhir;

import io.github.clinicaldata.record.Population;
import io.github.clinicaldata.record.claim.Claim;
import io.github.clinicaldata.record.claim.ClaimStatus;
import io.github.clinicaldata.record.claim.StatusChange;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;

/** Claims as they were sent, as {@code Claim}. */
@Singleton
public final class ClaimMapping implements ResourceMapping<Claim> {
    private static final Fragment LABEL = Fragments.label();

    /** FHIR demands a priority; payers decide on claims in the order of their receipt. */
    private static final Fragment NORMAL =
            Fragments.concept(ClaimElements.PRIORITY, ClaimSystems.PRIORITY, "normal", "Normal");

    @Override
    public String kind() {
        return "claims";
    }

    @Override
    public ResourceType type() {
        return ResourceType.CLAIM;
    }

    @Override
    public boolean usual() {
        return false;
    }

    @Override
    public void write(Claim claim, Population population, ResourceWriter writer) {
        writer.begin(ResourceType.CLAIM, claim.id());
        DataTypes.meta(writer, LocalDate.ofEpochDay(changed(claim)), LABEL);
        ClaimParts.opening(writer, claim);
        writer.date(ClaimElements.CREATED, LocalDate.ofEpochDay(claim.received()));
        ClaimParts.parties(writer, claim);
        writer.fixed(NORMAL);
        ClaimParts.related(writer, claim);
        ClaimParts.payee(writer, claim);
        ClaimParts.careTeam(writer, claim);
        SupportingInfo.write(writer, claim);
        ClaimParts.diagnoses(writer, claim);
        ClaimParts.procedures(writer, claim);
        writer.beginArray(ClaimElements.INSURANCE);
        writer.beginObject();
        writer.integer(ClaimElements.SEQUENCE, 1);
        ClaimParts.coverage(writer, claim);
        writer.endObject();
        writer.endArray();
        ClaimItems.write(writer, claim, false);
        FinancialTypes.money(writer, ClaimElements.TOTAL, claim.charge());
        writer.end();
    }

    /** A claim stays as it was sent unless it is taken back. */
    private static int changed(Claim claim) {
        List<StatusChange> history = claim.history();
        StatusChange last = history.get(history.size() - 1);
        return last.status() == ClaimStatus.REVERSED ? last.day() : claim.received();
    }
}
