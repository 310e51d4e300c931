package io.github.clinicaldata.record.claim;

import io.github.clinicaldata.record.Text;
import io.github.clinicaldata.record.coverage.Coverage;
import io.github.clinicaldata.record.health.BlockHealth;
import io.github.clinicaldata.record.health.CareTeam;
import io.github.clinicaldata.record.health.VisitDiagnosis;
import io.github.clinicaldata.record.medication.BlockPrescriptions;
import io.github.clinicaldata.record.medication.Fill;
import io.github.clinicaldata.record.member.Member;
import io.github.clinicaldata.record.member.Relationship;
import io.github.clinicaldata.record.world.EventSpace;
import io.github.clinicaldata.record.world.MemberBlock;
import io.github.clinicaldata.record.world.PlanYears;
import io.github.clinicaldata.record.world.Sorting;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The claims of a block of members, year by year as somebody asks for them. */
final class BlockClaims {
    /** Five characters of the right form that no release of HCPCS has. */
    private static final Text NO_SUCH_CODE = Text.of("Z0000");

    private static final int UNKNOWN = -1;

    /** Claims that come back in a block and year. */
    private static final int REWORK = 10;

    /** The claims of a block in each plan year. */
    static final EventSpace SPACE = space();

    static final Comparator<ClaimDraft> BY_RECEIPT = BlockClaims::compareReceipts;

    private final BlockHealth health;
    private final BlockPrescriptions prescriptions;
    private final VisitClaims visits;
    private final PharmacyDrafts pharmacy;
    private final ClaimKnobs knobs;
    private final ClaimDates dates;
    private final SecondClaims second;
    private final PlanDesign[] designs = new PlanDesign[MemberBlock.SIZE];
    private final @Nullable List<ClaimDraft>[] dated;
    private final @Nullable List<ClaimDraft>[] byYear;
    private final int[] late = new int[PlanYears.COUNT];

    /** For each member, the position of who holds the policy. */
    private final int[] policies = new int[MemberBlock.SIZE];

    private final @Nullable MemberDecisions[] decisions = new MemberDecisions[PlanYears.COUNT];

    @SuppressWarnings({"unchecked", "rawtypes"})
    BlockClaims(
            BlockHealth health, BlockPrescriptions prescriptions, CareTeam care, ClaimKnobs knobs) {
        this.health = health;
        this.prescriptions = prescriptions;
        pharmacy = new PharmacyDrafts(health, care);
        this.knobs = knobs;
        dates = new ClaimDates(knobs);
        second = new SecondClaims(dates);
        visits = new VisitClaims(health, prescriptions, care, second);
        dated = new List[PlanYears.COUNT];
        byYear = new List[PlanYears.COUNT];
        PlanDesigns plans = PlanDesigns.standard();
        for (int i = 0; i < MemberBlock.SIZE; i++) {
            Member member = health.block().member(i);
            Coverage coverage = member.coverage();
            policies[i] = policy(health.block(), i);
            if (coverage != null) {
                designs[i] = plans.of(coverage, member.subscriberNumber());
            }
        }
        Arrays.fill(late, UNKNOWN);
    }

    private static int compareReceipts(ClaimDraft one, ClaimDraft other) {
        if (one.received != other.received) {
            return Integer.compare(one.received, other.received);
        }
        if (one.member != other.member) {
            return Integer.compare(one.member, other.member);
        }
        return one.type != other.type
                ? one.type.compareTo(other.type)
                : Long.compare(one.key, other.key);
    }

    private static long receipt(ClaimDraft claim) {
        return ((long) claim.received << 6 | claim.member) << 2 | claim.type.ordinal();
    }

    private static EventSpace space() {
        int[] slots = VisitClaims.SLOTS.clone();
        for (int year = PlanYears.FIRST; year < PlanYears.COUNT; year++) {
            slots[year] += BlockPrescriptions.FILLS.slots(year) + REWORK;
        }
        return new EventSpace(slots);
    }

    /** The members and their health. */
    BlockHealth health() {
        return health;
    }

    /** Who holds the policy of a member: the own household has them. */
    Member subscriber(int position) {
        return health.block().member(policies[position]);
    }

    private static int policy(MemberBlock block, int position) {
        Member member = block.member(position);
        if (member.relationship() == Relationship.SELF) {
            return position;
        }
        for (int i = block.householdStart(position); i < MemberBlock.SIZE; i++) {
            if (block.member(i).id().equals(member.subscriber())) {
                return i;
            }
        }
        return position;
    }

    /** The plan of a member who is covered. */
    PlanDesign design(int member) {
        return designs[member];
    }

    /** The claims of a plan year in the order of their receipt. */
    List<ClaimDraft> year(int year) {
        List<ClaimDraft> claims = byYear[year];
        if (claims == null) {
            claims = make(year);
            byYear[year] = claims;
        }
        return claims;
    }

    /** The claim of a member and year that was decided last up to a day, or null. */
    @Nullable ClaimDraft lastDecided(int year, int member, int day) {
        year(year);
        MemberDecisions ofYear = decisions[year];
        return ofYear == null ? null : ofYear.last(member, day);
    }

    private List<ClaimDraft> make(int year) {
        int last = health.years().lastDay(year);
        List<ClaimDraft> claims = new ArrayList<>(dated(year));
        int payments = PaymentRuns.SPACE.slots(year) - REWORK - late(year - 1);
        PaymentRuns runs = new PaymentRuns(claims, last);
        late[year] = runs.late();
        int number = runs.form(payments);
        new Rework(dates, health.sample()).add(claims, REWORK, last);
        for (ClaimDraft claim : claims.subList(dated(year).size(), claims.size())) {
            claim.payment = number++;
        }
        Sorting.sort(claims, BlockClaims::receipt, BY_RECEIPT);
        for (int i = 0; i < claims.size(); i++) {
            claims.get(i).number = i;
        }
        decide(claims, year, calendarYear(last));
        force(claims);
        return List.copyOf(claims);
    }

    /** Decides on the claims day by day, on those of a day in the order of their receipt. */
    private void decide(List<ClaimDraft> received, int year, int calendarYear) {
        ClaimDraft[] claims = received.toArray(new ClaimDraft[0]);
        Sorting.sort(
                claims,
                claim -> claim.decided,
                Comparator.comparingInt((ClaimDraft claim) -> claim.decided)
                        .thenComparingInt(claim -> claim.number));
        Adjudicator adjudicator = new Adjudicator(designs, policies, calendarYear);
        for (ClaimDraft claim : claims) {
            adjudicator.decide(claim);
        }
        decisions[year] = new MemberDecisions(claims);
    }

    private static int calendarYear(int day) {
        return LocalDate.ofEpochDay(day).getYear();
    }

    /** How many payments for claims of a year go out in the next one. */
    private int late(int year) {
        if (year < PlanYears.FIRST) {
            return 0;
        }
        if (late[year] == UNKNOWN) {
            late[year] = new PaymentRuns(dated(year), health.years().lastDay(year)).late();
        }
        return late[year];
    }

    /** The claims of a year but for those that come back, with the days on which they are due. */
    private List<ClaimDraft> dated(int year) {
        List<ClaimDraft> claims = dated[year];
        if (claims == null) {
            claims = visits.of(year);
            for (Fill fill : prescriptions.fills(year)) {
                claims.add(pharmacy.claim(fill));
            }
            int last = health.years().lastDay(year);
            List<ClaimDraft> further = new ArrayList<>();
            for (ClaimDraft claim : claims) {
                // the days of what may go on to a second payer are known already
                if (claim.duplicate || !SecondClaims.mayGoOn(claim)) {
                    dates.decide(claim, claim.to, last);
                } else if (claim.goesOn) {
                    further.add(second.after(claim, last));
                }
            }
            claims.addAll(further);
            dated[year] = claims;
        }
        return claims;
    }

    /** Puts in the codes that the population's name demands. */
    private void force(List<ClaimDraft> claims) {
        for (ClaimDraft claim : claims) {
            if (claim.type == ClaimType.PHARMACY) {
                continue;
            }
            if (knobs.service() != null) {
                claim.lines.get(0).forcedCode = knobs.service();
            }
            if (claim.fault == ClaimFault.PROCEDURE_INVALID) {
                claim.lines.get(0).forcedCode = NO_SUCH_CODE;
            }
            if (knobs.diagnosis() != null) {
                claim.diagnoses = List.of(new VisitDiagnosis(1, knobs.diagnosis(), null, null));
            }
        }
    }
}
