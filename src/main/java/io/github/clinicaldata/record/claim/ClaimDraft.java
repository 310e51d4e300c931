package io.github.clinicaldata.record.claim;

import io.github.clinicaldata.record.Text;
import io.github.clinicaldata.record.code.Service;
import io.github.clinicaldata.record.coverage.Coverage;
import io.github.clinicaldata.record.health.Visit;
import io.github.clinicaldata.record.health.VisitDiagnosis;
import io.github.clinicaldata.record.medication.Fill;
import io.github.clinicaldata.record.member.Member;
import io.github.clinicaldata.record.procedure.StayProcedures.StayProcedure;
import io.github.clinicaldata.record.provider.Provider;
import io.github.clinicaldata.record.provider.ProviderType;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A claim while it is made. */
final class ClaimDraft {
    private static final long COSTLY_CENTS = 60_000;
    private static final Text[] COSTLY = {Text.of("imaging"), Text.of("surgery")};

    final ClaimType type;
    final int member;
    final Member of;
    final Coverage coverage;
    final Provider billing;
    final long key;

    /** Who pays and who is paid, as a number that ascends with payer and NPI. */
    final long parties;

    final List<ClaimLine> lines = new ArrayList<>(4);
    ClaimFrequency frequency = ClaimFrequency.ORIGINAL;
    @Nullable ClaimDraft original;
    @Nullable ClaimDraft voidedBy;

    /** The claim to the first payer, of one that goes on to a second one. */
    @Nullable ClaimDraft prior;

    /** The claim to the second payer, of one that goes on to it. */
    @Nullable ClaimDraft further;

    @Nullable Visit visit;
    @Nullable Fill fill;
    @Nullable Provider rendering;
    @Nullable Provider facility;
    Text place = Text.of("");
    List<VisitDiagnosis> diagnoses = List.of();
    List<StayProcedure> procedures = List.of();
    boolean inNetwork = true;

    /** Whether it goes on to a second payer. */
    boolean goesOn;

    boolean duplicate;
    int from;
    int to;
    int received;
    int pended = -1;
    int decided;
    int paidOn;

    /** Its own number among the year's claims, in the order of their receipt. */
    int number;

    /** The number of its payment among those of the year's claims. */
    int payment = PaymentRuns.NONE;

    @Nullable DenialReason denial;
    boolean whollyDenied;

    /** Whether lines belong to others of the claim, so that it can't be sent in parts. */
    boolean hasCompanions;

    @Nullable ClaimFault fault;
    long deductibleMet;
    long outOfPocketMet;
    long familyDeductibleMet;
    long familyOutOfPocketMet;

    ClaimDraft(
            ClaimType type, int member, Member of, Coverage coverage, Provider billing, long key) {
        this.type = type;
        this.member = member;
        this.of = of;
        this.coverage = coverage;
        this.billing = billing;
        this.key = key;
        parties = PaymentRuns.parties(coverage, billing);
    }

    /** A claim of its own for all lines but the first. */
    ClaimDraft split(long otherKey) {
        ClaimDraft other = copy(otherKey);
        List<ClaimLine> moved = lines.subList(1, lines.size());
        other.lines.addAll(moved);
        moved.clear();
        return other;
    }

    /** The same claim once more, by mistake. */
    ClaimDraft again(long otherKey) {
        ClaimDraft other = copy(otherKey);
        lines.forEach(line -> other.lines.add(line.again()));
        other.duplicate = true;
        return other;
    }

    /** The same claim without its lines. */
    ClaimDraft copy(long otherKey) {
        ClaimDraft other = new ClaimDraft(type, member, of, coverage, billing, otherKey);
        other.copyOf(this);
        return other;
    }

    /** Takes from another claim what it tells of the service, without the lines. */
    void copyOf(ClaimDraft other) {
        visit = other.visit;
        fill = other.fill;
        rendering = other.rendering;
        facility = other.facility;
        place = other.place;
        diagnoses = other.diagnoses;
        procedures = other.procedures;
        inNetwork = other.inNetwork;
        from = other.from;
        to = other.to;
    }

    boolean hasKind(String kind) {
        for (ClaimLine line : lines) {
            if (line.service != null && line.service.kind().toString().equals(kind)) {
                return true;
            }
        }
        return false;
    }

    /** Whether a line is for a service. */
    boolean bills(Service service) {
        for (ClaimLine line : lines) {
            if (line.service == service) {
                return true;
            }
        }
        return false;
    }

    /** Adds a line for a service that is not billed yet. */
    void bill(Service service, int units, int day) {
        if (!bills(service)) {
            lines.add(new ClaimLine(service, units, day));
        }
    }

    boolean hasModifier() {
        for (ClaimLine line : lines) {
            if (line.service != null && line.service.modifier() != null) {
                return true;
            }
        }
        return false;
    }

    boolean isCostly() {
        for (ClaimLine line : lines) {
            if (line.charge > COSTLY_CENTS || line.isOf(COSTLY[0]) || line.isOf(COSTLY[1])) {
                return true;
            }
        }
        return false;
    }

    boolean isSpecialist() {
        Provider by = rendering;
        return by != null && !by.type().primaryCare();
    }

    /** Whether one of these types does it; none are named where anybody does. */
    boolean mayBeOf(List<ProviderType> performers) {
        Provider by = rendering;
        return performers.isEmpty() || by != null && performers.contains(by.type());
    }

    boolean isInjury() {
        return visit != null && visit.pathway().category().toString().equals("injury");
    }

    long charge() {
        long sum = 0;
        for (ClaimLine line : lines) {
            sum += line.charge;
        }
        return sum;
    }

    long allowed() {
        long sum = 0;
        for (ClaimLine line : lines) {
            sum += line.allowed;
        }
        return sum;
    }

    long paid() {
        long sum = 0;
        for (ClaimLine line : lines) {
            sum += line.paid;
        }
        return sum;
    }
}
